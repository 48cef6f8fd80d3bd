using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TestForge.Platform.Work;

/// <summary>Does pieces of one kind of work, several at the same time, until the process is to end. A piece that fails is begun again when its lease is over.</summary>
internal abstract partial class WorkLoop(WorkQueue queue, TimeProvider clock, ILogger logger) : Worker(queue.Health, clock, logger)
{
    // Work that this process added is told by a signal, and the next that is due is known; looking is for what others added.
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private readonly Guid _owner = Guid.NewGuid();

    // After an outage a lease may be over whose work goes on here.
    private readonly ConcurrentDictionary<Guid, byte> _inHand = new();

    /// <summary>Most pieces at the same time.</summary>
    protected abstract int Parallel { get; }

    /// <summary>Most pieces of one tenant at the same time.</summary>
    protected abstract int ParallelPerTenant { get; }

    protected abstract Task DoAsync(WorkItem item, CancellationToken cancellationToken);

    protected override Task WorkAsync(CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => LoopAsync(cancellationToken)));

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var added = queue.Signals.Added(Kind);
            var wait = AfterFailure;
            try
            {
                if (await queue.ClaimAsync(Kind, _owner, ParallelPerTenant, cancellationToken) is { } item && _inHand.TryAdd(item.Id, 0))
                {
                    await DoWithLeaseAsync(item, cancellationToken);
                    continue;
                }

                wait = await UntilNextAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Health.Failed(Kind);
                LogFailed(Kind, e);
            }

            await Task.WhenAny(added, Task.Delay(wait, _clock, cancellationToken));
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        var next = await queue.NextAsync(Kind, cancellationToken) - _clock.GetUtcNow() ?? LongestLook;
        return next > LongestLook ? LongestLook : next < ShortestLook ? ShortestLook : next;
    }

    // Work that takes longer than its lease stays this process's, for as long as the database hears of it.
    private async Task DoWithLeaseAsync(WorkItem item, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepAsync(item, ended);
        try
        {
            await DoAsync(item, ended.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await keeping;
            _inHand.TryRemove(item.Id, out _);
        }
    }

    private async Task KeepAsync(WorkItem item, CancellationTokenSource ended)
    {
        using var timer = new PeriodicTimer(WorkQueue.Lease / 3, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                try
                {
                    if (!await queue.RenewAsync(item.Id, _owner, ended.Token))
                    {
                        await ended.CancelAsync();
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // Tried again at the next tick; when the lease is over, somebody else may begin it.
                    LogNotKept(Kind, e.Message);
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The work has ended.
        }
    }

    [LoggerMessage(4111, LogLevel.Warning, "Work of the kind {Kind} failed and will be begun again")]
    private partial void LogFailed(string kind, Exception exception);

    [LoggerMessage(4113, LogLevel.Warning, "The lease on work of the kind {Kind} could not be renewed: {Reason}")]
    private partial void LogNotKept(string kind, string reason);
}
