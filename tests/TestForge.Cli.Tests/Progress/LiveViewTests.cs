using Spectre.Console;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Progress;

public sealed class LiveViewTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly IAnsiConsole _console;
    private readonly LiveView _view;

    public LiveViewTests()
    {
        _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(_output), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors });
        _console.Profile.Width = 80;
        _view = new(_console);
    }

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Draws_a_bar_for_each_stage_and_the_totals()
    {
        _view.Tick(Snapshot(new StageProgress("discover", false, "9 pages found", 1), new StageProgress("execute", true, "10 of 40 tests run", 0.25)));

        var lines = _output.ToString().Split('\n');
        lines[0].ShouldBe("✓ discover  ━━━━━━━━━━━━━━━━━━━━━━━━ 9 pages found");
        lines[1].ShouldBe("• execute   ━━━━━━──────────────────── 10 of 40 tests run".Replace("────────────────────", "──────────────────", StringComparison.Ordinal));
        lines[2].ShouldBe("15 s elapsed, about 30 s left in this stage, 2 failed");
    }

    [Fact]
    public void Draws_over_the_picture_before()
    {
        _view.Tick(Snapshot(new StageProgress("discover", true, "1 page", null)));
        _output.GetStringBuilder().Clear();
        _view.Tick(Snapshot(new StageProgress("discover", true, "2 pages", null)));

        _output.ToString().ShouldStartWith("\u001b[2A\r\u001b[J");
    }

    [Fact]
    public void Failures_scroll_by_above_the_bars_with_their_markup_taken_literally()
    {
        _view.Tick(Snapshot(new StageProgress("execute", true, "1 page", null)));
        _view.Show(new RunEvent.CasesPlanned(1), default, new(NoteKind.Failure, "failed: [red]x[/] [[y"));

        _output.ToString().ShouldContain("failed: [red]x[/] [[y");
    }

    [Fact]
    public void Counts_lines_that_wide_characters_fold()
    {
        _view.Tick(Snapshot(new StageProgress("discover", true, new string('漢', 60), null)));
        var drawn = _output.ToString().Count(c => c == '\n');
        _output.GetStringBuilder().Clear();
        _view.Tick(Snapshot(new StageProgress("discover", true, "x", null)));

        drawn.ShouldBeGreaterThan(2);
        _output.ToString().ShouldStartWith($"\u001b[{drawn}A");
    }

    [Fact]
    public void Leaves_the_last_picture()
    {
        _view.End(Snapshot(new StageProgress("report", false, "done in 1.0 s", 1)));

        _output.ToString().ShouldContain("✓ report");
        _output.ToString().ShouldEndWith("failed\n");
    }

    private static ProgressSnapshot Snapshot(params StageProgress[] stages) =>
        new(stages, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), 2);
}
