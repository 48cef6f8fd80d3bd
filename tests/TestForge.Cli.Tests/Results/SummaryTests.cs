using TestForge.Cli.Results;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Results;

public sealed class SummaryTests
{
    [Fact]
    public void A_clean_run()
    {
        var summary = Of(new(Guid.Empty, Pages: 9, Passed: 40, Failed: 0, Flaky: 0, Healed: 0, NotRun: 0, Findings: 3, HealthScore: 96.4, Interrupted: false)) with
        {
            Findings = [(FindingSeverity.Critical, 1), (FindingSeverity.Minor, 2)],
            FirstPass = TimeSpan.FromSeconds(14.25),
        };

        Lines(summary).ShouldBe(
        [
            "PASSED  https://shop.example/  9 pages, 40 tests: 40 passed, health 96 of 100, in 1 min 05 s",
            "Findings  1 critical, 2 minor",
            "First generated test passed 14 s after the command",
            "Report  /out/report.html",
        ]);
    }

    [Fact]
    public void Says_what_was_healed_and_what_was_flaky()
    {
        var summary = Of(new(Guid.Empty, 1, 5, 0, 1, 2, 0, 0, 90, false));

        summary.Outcome.ExitCode.ShouldBe(0);
        Lines(summary)[0].ShouldContain("8 tests: 5 passed, 2 healed, 1 flaky");
        Lines(summary)[1].ShouldBe("Healed  2 tests passed with a new locator, which counts as passed; old and new are in the report");
        Lines(summary)[2].ShouldBe("Flaky  1 test failed first and passed when tried again alone");
    }

    [Fact]
    public void Shows_the_first_failures_and_how_many_more()
    {
        var summary = Of(new(Guid.Empty, 1, 5, 7, 0, 0, 0, 0, 50, false)) with
        {
            Failures = [.. Enumerable.Range(1, 7).Select(i => new RunEvent.CaseFinished($"c{i}", $"Case\u001b {i}", Verdict.Failed, 1, "no\nway"))],
        };

        summary.Outcome.ExitCode.ShouldBe(1);
        var lines = Lines(summary);
        lines[0].ShouldStartWith("FAILED");
        lines[1].ShouldBe("  ✗ Case 1: no way");
        lines[6].ShouldBe("    2 more in the report");
    }

    [Fact]
    public void A_run_without_a_page_was_no_test()
    {
        var summary = Of(new(Guid.Empty, 0, 0, 0, 0, 0, 0, 0, 0, false));

        summary.Outcome.ExitCode.ShouldBe(3);
        Lines(summary)[0].ShouldStartWith("NOT TESTED");
    }

    [Fact]
    public void A_run_without_a_test_has_not_passed()
    {
        var summary = Of(new(Guid.Empty, 4, 0, 0, 0, 0, 0, 0, 0, false));

        summary.Outcome.ExitCode.ShouldBe(1);
        Lines(summary)[1].ShouldStartWith("No tests");
    }

    [Fact]
    public void Goals_that_were_not_made_are_told_again_at_the_end()
    {
        var summary = Of(new(Guid.Empty, 4, 3, 0, 0, 0, 0, 0, 90, false)) with
        {
            GoalsNotMade = [.. Enumerable.Range(1, 12).Select(i => new RunEvent.RunWarning("goal.not_reached", $"--goal: no test was made for \"Goal\u001b {i}\"."))],
        };

        var lines = Lines(summary);
        lines[1].ShouldBe("Goal not made  goal.not_reached: --goal: no test was made for \"Goal 1\".");
        lines.Count(l => l.StartsWith("Goal not made", StringComparison.Ordinal)).ShouldBe(10);
        lines[11].ShouldBe("    2 more goals were not made");
        summary.Outcome.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void An_interrupted_run_says_how_to_go_on()
    {
        var summary = Of(new(Guid.Empty, 4, 3, 1, 0, 0, 6, 0, 0, true));

        summary.Outcome.ExitCode.ShouldBe(130);
        Lines(summary)[0].ShouldStartWith("INTERRUPTED");
        Lines(summary)[^1].ShouldBe("Kept  everything found so far. Go on.");
    }

    [Fact]
    public void Leaves_the_password_in_the_address_out() =>
        Lines(Of(new(Guid.Empty, 1, 1, 0, 0, 0, 0, 0, 1, false)) with { Target = new("https://me:secret@shop.example/?token=x") })[0].ShouldNotContain("secret");

    private static string[] Lines(Summary summary) => [.. summary.Full.Select(l => l.Lead + l.Rest)];

    private static Summary Of(RunSummary run) => new()
    {
        Outcome = Outcome.Of(run, interrupted: false),
        Target = new("https://shop.example/"),
        Folder = "/out",
        Files = new Dictionary<string, string> { ["report.html"] = "/out/report.html" },
        HowToGoOn = "Go on.",
        Elapsed = TimeSpan.FromSeconds(65),
    };
}
