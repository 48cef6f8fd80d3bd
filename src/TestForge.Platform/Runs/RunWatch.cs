using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

/// <summary>Hears of runs that other processes execute, for the streams that are open here: one look at the list of work for all of them, however many there are.</summary>
internal sealed partial class RunWatch(EventStreams streams, RunSignals signals, TenantWork work, TimeProvider clock, ILogger<RunWatch> logger) : BackgroundService
{
    private const int AtOnce = 1_000;

    // Of a run that is no longer in the list.
    private const long Ended = -1;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private Dictionary<Guid, long> _known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await LookAsync(stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    LogCannotLook(e.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is to end.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var seen = new Dictionary<Guid, long>();
        foreach (var runs in streams.Runs.Chunk(AtOnce))
        {
            var reached = await work.ReadSharedAsync(
                db => db.WorkItems.Where(w => w.Kind == RunProcess.Kind && runs.Contains(w.SubjectId)).ToDictionaryAsync(w => w.SubjectId, w => w.Signal, cancellationToken),
                cancellationToken);
            foreach (var run in runs)
            {
                seen[run] = reached.GetValueOrDefault(run, Ended);
            }
        }

        foreach (var (run, signal) in seen)
        {
            // One that was never seen may have gone on between the stream's first look and this one.
            if (!_known.TryGetValue(run, out var before) || before != signal)
            {
                signals.Raise(run);
            }
        }

        _known = seen;
    }

    [LoggerMessage(4221, LogLevel.Warning, "The progress of runs cannot be read, trying again: {Reason}")]
    private partial void LogCannotLook(string reason);
}
