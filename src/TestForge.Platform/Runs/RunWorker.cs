using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

/// <summary>Executes queued runs, as many at once as may be, until the process is to end.</summary>
internal sealed partial class RunWorker(RunProcess process, WorkQueue queue, RunSignals signals, IOptions<RunOptions> options, TimeProvider clock, ILogger<RunWorker> logger) : Worker(queue.Health, clock, logger)
{
    // Runs that another process queued are found by looking.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock = clock;
    private readonly Guid _owner = Guid.NewGuid();

    // The worker's and not of one pass: runs go on while it is started again.
    private readonly SemaphoreSlim _slots = new(options.Value.Parallel, Math.Max(1, options.Value.Parallel));

    // After an outage a lease may be over whose run goes on here.
    private readonly ConcurrentDictionary<Guid, byte> _inHand = new();

    protected override string Kind => RunProcess.Kind;

    public override void Dispose()
    {
        base.Dispose();
        _slots.Dispose();
    }

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        try
        {
            while (options.Value.Parallel > 0)
            {
                await _slots.WaitAsync(cancellationToken);
                var item = await NextAsync(cancellationToken);
                running.RemoveAll(t => t.IsCompleted);
                running.Add(RunAsync(item, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
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
                if (await queue.ClaimAsync(RunProcess.Kind, _owner, options.Value.ParallelPerTenant, cancellationToken) is { } item && _inHand.TryAdd(item.Id, 0))
                {
                    return item;
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Health.Failed(Kind);
                LogCannotClaim(e.Message);
            }

            await Task.WhenAny(queued, Task.Delay(Look, _clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        try
        {
            await process.ExecuteAsync(item, _owner, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The lease runs out, and the run is begun again.
            Health.Failed(Kind);
            LogLostRun(item.SubjectId, e);
        }
        finally
        {
            _inHand.TryRemove(item.Id, out _);
            _slots.Release();
        }
    }

    [LoggerMessage(4211, LogLevel.Warning, "The queue of runs cannot be read, trying again: {Reason}")]
    private partial void LogCannotClaim(string reason);

    [LoggerMessage(4212, LogLevel.Error, "Run {Run} was lost hold of and will be begun again")]
    private partial void LogLostRun(Guid run, Exception exception);
}
