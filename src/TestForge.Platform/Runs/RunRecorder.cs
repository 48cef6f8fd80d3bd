using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

/// <summary>Writes a run's events while it runs, many at once. Never holds up a stage: when the database is away for long, what does not fit is left out and counted.</summary>
internal sealed class RunRecorder : IRunEvents, IAsyncDisposable
{
    private const int Capacity = 10_000;
    private const int BatchSize = 200;
    private const int MostEvents = 100_000;

    private readonly Channel<(DateTimeOffset At, RunEvent Happened)> _channel = Channel.CreateBounded<(DateTimeOffset, RunEvent)>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly TenantId _tenant;
    private readonly Guid _run;
    private readonly TenantWork _work;
    private readonly Patience _patience;
    private readonly RunSignals _signals;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _abandon;
    private readonly Task _writing;
    private long _last;
    private long _lost;

    public RunRecorder(TenantId tenant, Guid run, long last, TenantWork work, Patience patience, RunSignals signals, TimeProvider clock, CancellationToken abandon)
    {
        (_tenant, _run, _last, _work, _patience, _signals, _clock, _abandon) = (tenant, run, last, work, patience, signals, clock, abandon);
        _writing = WriteAsync();
    }

    /// <summary>Events that found no room.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    public void Publish(RunEvent runEvent)
    {
        if (!_channel.Writer.TryWrite((_clock.Now(), runEvent)))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Ends once everything is written, or the run was abandoned.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        try
        {
            var batch = new List<(DateTimeOffset At, RunEvent Happened)>();
            while (await _channel.Reader.WaitToReadAsync(_abandon))
            {
                while (batch.Count < BatchSize && _channel.Reader.TryRead(out var next))
                {
                    batch.Add(next);
                }

                await _patience.UntilDoneAsync(() => SaveAsync(batch), _abandon);
                batch.Clear();
                _signals.Raise(_run);
            }
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            // What was not written will happen again when the run goes on.
        }
    }

    private async Task<int> SaveAsync(List<(DateTimeOffset At, RunEvent Happened)> batch)
    {
        var number = _last;
        var rows = batch.Take((int)Math.Max(0, MostEvents - number)).Select(e =>
        {
            var (kind, data) = RunEventText.Of(e.Happened);
            return new RecordedEvent { Id = Guid.CreateVersion7(e.At), TenantId = _tenant, RunId = _run, Number = ++number, At = e.At, Kind = kind, Data = data };
        }).ToArray();
        await _work.WriteAsync(
            _tenant,
            async db =>
            {
                // Nothing to advance: the database had written it, and was lost before it could say so.
                if (await db.Runs.Where(r => r.Id == _run && r.LastEvent < number).ExecuteUpdateAsync(s => s.SetProperty(r => r.LastEvent, number), _abandon) == 0)
                {
                    return 0;
                }

                db.RunEvents.AddRange(rows);
                await WorkQueue.SignalAsync(db, RunProcess.Kind, _run, number, _abandon);
                return await db.SaveChangesAsync(_abandon);
            },
            _abandon);
        Interlocked.Add(ref _lost, batch.Count - rows.Length);
        _last = number;
        return rows.Length;
    }
}
