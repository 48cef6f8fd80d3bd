using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Progress;

public sealed class RunProgressTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 5, 4, 1, 2, 3, TimeSpan.Zero));

    [Fact]
    public async Task Json_has_one_event_a_line_with_its_time()
    {
        var output = new StringWriter();
        await using (var progress = Progress(new JsonView(output)))
        {
            progress.Publish(new RunEvent.StageStarted("discover"));
            progress.Publish(new RunEvent.PageVisited("https://a.example/\u001b[2J", "ok", 1, 0));
        }

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        lines.Select(l => l.GetProperty("event").GetString()).ShouldBe(["stage-started", "page-visited"]);
        lines.ShouldAllBe(l => l.GetProperty("time").GetString() == "2026-05-04T01:02:03.000Z");
        output.ToString().ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Keeps_the_order_of_events_from_many_threads()
    {
        var view = new CountingView();
        await using (var progress = Progress(view))
        {
            await Parallel.ForAsync(0, 500, TestContext.Current.CancellationToken, (i, _) =>
            {
                progress.Publish(new RunEvent.CaseFinished($"c{i}", "", Verdict.Passed, 1));
                return ValueTask.CompletedTask;
            });
        }

        view.Shown.ShouldBe(500);
        view.Ended.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reader_that_went_away_does_not_stop_the_run()
    {
        await using var progress = Progress(new BrokenView());
        progress.Publish(new RunEvent.StageStarted("discover"));
        progress.Publish(new RunEvent.StageStarted("design"));
    }

    private RunProgress Progress(IProgressView view) => new(new ProgressModel(_clock, _clock.GetUtcNow(), 10), view, _clock);

    private sealed class CountingView : IProgressView
    {
        public int Shown { get; private set; }

        public bool Ended { get; private set; }

        public void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note) => Shown++;

        public void Tick(ProgressSnapshot snapshot)
        {
        }

        public void End(ProgressSnapshot snapshot) => Ended = true;
    }

    private sealed class BrokenView : IProgressView
    {
        public void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note) => throw new IOException("Broken pipe");

        public void Tick(ProgressSnapshot snapshot) => throw new IOException("Broken pipe");

        public void End(ProgressSnapshot snapshot) => throw new IOException("Broken pipe");
    }
}
