using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TestForge.Platform.Work;

/// <summary>Does short pieces of one kind of work, several at the same time, until the process is to end. A piece that fails is begun again when its lease is over.</summary>
internal abstract partial class WorkLoop(WorkQueue queue, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Guid _owner = Guid.NewGuid();

    protected abstract string Kind { get; }

    /// <summary>Most pieces at the same time.</summary>
    protected abstract int Parallel { get; }

    /// <summary>Most pieces of one tenant at the same time.</summary>
    protected abstract int ParallelPerTenant { get; }

    protected abstract Task DoAsync(WorkItem item, CancellationToken cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => LoopAsync(stoppingToken)));

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await queue.ClaimAsync(Kind, _owner, ParallelPerTenant, cancellationToken) is { } item)
                {
                    await DoAsync(item, cancellationToken);
                    continue;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(Kind, e);
            }

            await Task.Delay(Look, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(4111, LogLevel.Warning, "Work of the kind {Kind} failed and will be begun again")]
    private partial void LogFailed(string kind, Exception exception);
}
