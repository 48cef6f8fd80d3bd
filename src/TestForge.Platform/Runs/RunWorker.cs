using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

/// <summary>Executes queued runs, as many at once as may be, until the process is to end.</summary>
internal sealed partial class RunWorker(RunProcess process, WorkQueue queue, RunSignals signals, IOptions<RunOptions> options, TimeProvider clock, ILogger<RunWorker> logger) : BackgroundService
{
    // Runs that another process queued are found by looking.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Guid _owner = Guid.NewGuid();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var slots = new SemaphoreSlim(options.Value.Parallel);
        var running = new List<Task>();
        try
        {
            while (options.Value.Parallel > 0)
            {
                await slots.WaitAsync(stoppingToken);
                var item = await NextAsync(stoppingToken);
                running.RemoveAll(t => t.IsCompleted);
                running.Add(RunAsync(item, slots, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task<WorkItem> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var queued = signals.Queued;
            try
            {
                if (await queue.ClaimAsync(RunProcess.Kind, _owner, options.Value.ParallelPerTenant, cancellationToken) is { } item)
                {
                    return item;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogCannotClaim(e.Message);
            }

            await Task.WhenAny(queued, Task.Delay(Look, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task RunAsync(WorkItem item, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        try
        {
            await process.ExecuteAsync(item, _owner, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The lease runs out, and the run is begun again.
            LogLostRun(item.SubjectId, e);
        }
        finally
        {
            slots.Release();
        }
    }

    [LoggerMessage(4211, LogLevel.Warning, "The queue of runs cannot be read, trying again: {Reason}")]
    private partial void LogCannotClaim(string reason);

    [LoggerMessage(4212, LogLevel.Error, "Run {Run} was lost hold of and will be begun again")]
    private partial void LogLostRun(Guid run, Exception exception);
}
