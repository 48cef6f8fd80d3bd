using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Progress;

public sealed class LineViewTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly LineView _view;

    public LineViewTests() => _view = new(_output);

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Writes_one_line_a_second_at_most()
    {
        for (var i = 0; i <= 20; i++)
        {
            _view.Tick(At(i * 0.125, $"{i} pages"));
        }

        Lines.ShouldBe(
        [
            "discover: 0 pages, 0.0 s elapsed",
            "discover: 8 pages, 1.0 s elapsed",
            "discover: 16 pages, 2.0 s elapsed",
        ]);
    }

    [Fact]
    public void Does_not_repeat_itself()
    {
        _view.Tick(At(0, "1 page"));
        _view.Tick(At(5, "1 page"));

        Lines.Length.ShouldBe(1);
    }

    [Fact]
    public void Failures_do_not_wait()
    {
        _view.Tick(At(0, "1 page"));
        _view.Show(new RunEvent.CasesPlanned(1), default, new(NoteKind.Failure, "failed: A: why"));
        _view.Show(new RunEvent.CasesPlanned(1), default, new(NoteKind.StageBegan, "design"));
        _view.Show(new RunEvent.CasesPlanned(1), default, null);

        Lines[1..].ShouldBe(["failed: A: why", "design: started"]);
    }

    [Fact]
    public void Gives_the_estimate_when_there_is_one() =>
        LineView.Line(new("execute", true, "3 of 9 tests run", 0.3), At(12, "") with { Remaining = TimeSpan.FromSeconds(23.2) })
            .ShouldBe("execute: 3 of 9 tests run, 12 s elapsed, about 25 s left in this stage");

    private string[] Lines => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static ProgressSnapshot At(double seconds, string text) =>
        new([new("discover", true, text, null)], TimeSpan.FromSeconds(seconds), null, 0);
}
