using System.Threading.Channels;
using TestForge.Pipeline;

namespace TestForge.Cli.Progress;

/// <summary>Takes events from any thread without making it wait, and shows them one after the other.</summary>
internal sealed class RunProgress : IRunEvents, IAsyncDisposable
{
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(125);

    private readonly Channel<(RunEvent Event, DateTimeOffset Time, ProgressNote? Note)> _events =
        Channel.CreateUnbounded<(RunEvent, DateTimeOffset, ProgressNote?)>(new() { SingleReader = true });

    private readonly Lock _gate = new();
    private readonly ProgressModel _model;
    private readonly IProgressView _view;
    private readonly TimeProvider _clock;
    private readonly Task _showing;
    private bool _outputGone;

    public RunProgress(ProgressModel model, IProgressView view, TimeProvider clock)
    {
        _model = model;
        _view = view;
        _clock = clock;
        _showing = ShowAsync();
    }

    public void Publish(RunEvent runEvent)
    {
        lock (_gate)
        {
            _events.Writer.TryWrite((runEvent, _clock.GetUtcNow(), _model.Apply(runEvent)));
        }
    }

    public ProgressSnapshot Snapshot()
    {
        lock (_gate)
        {
            return _model.Snapshot();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _showing;
    }

    private async Task ShowAsync()
    {
        await Task.Yield();
        using var ticks = new PeriodicTimer(TickInterval, _clock);
        var tick = ticks.WaitForNextTickAsync().AsTask();
        var more = _events.Reader.WaitToReadAsync().AsTask();
        var open = true;
        while (open)
        {
            await Task.WhenAny(tick, more);
            while (_events.Reader.TryRead(out var shown))
            {
                Try(() => _view.Show(shown.Event, shown.Time, shown.Note));
            }

            if (more.IsCompleted)
            {
                open = await more;
                more = open ? _events.Reader.WaitToReadAsync().AsTask() : more;
            }

            if (tick.IsCompleted)
            {
                Try(() => _view.Tick(Snapshot()));
                tick = ticks.WaitForNextTickAsync().AsTask();
            }
        }

        Try(() => _view.End(Snapshot()));
    }

    /// <summary>Whoever read our output may be gone; the run goes on without.</summary>
    private void Try(Action show)
    {
        if (_outputGone)
        {
            return;
        }

        try
        {
            show();
        }
        catch (IOException)
        {
            _outputGone = true;
        }
    }
}
