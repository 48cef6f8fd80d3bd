using Microsoft.Extensions.Time.Testing;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Progress;

public sealed class ProgressModelTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ProgressModel _model;

    public ProgressModelTests() => _model = new(_clock, _clock.GetUtcNow(), maxPages: 10);

    [Fact]
    public void Counts_pages_and_estimates_what_is_left()
    {
        Started("discover");
        for (var i = 1; i <= 4; i++)
        {
            After(2, new RunEvent.PageVisited($"https://a.example/{i}", "Ok", i, 3));
        }

        var snapshot = _model.Snapshot();
        snapshot.Current!.Text.ShouldBe("4 pages found, 3 queued");
        snapshot.Remaining.ShouldBe(TimeSpan.FromSeconds(6));
        snapshot.Elapsed.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void Keeps_every_goal_that_was_not_made()
    {
        foreach (var goal in new[] { "One", "Two" })
        {
            After(1, new RunEvent.RunWarning("goal.not_reached", goal));
        }

        After(1, new RunEvent.RunWarning("target.unusable", "Other"));

        _model.GoalsNotMade.Select(g => g.Message).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void Does_not_count_queued_pages_beyond_the_limit()
    {
        Started("discover");
        for (var i = 1; i <= 8; i++)
        {
            After(1, new RunEvent.PageVisited("", "Ok", i, 5_000));
        }

        _model.Snapshot().Remaining.ShouldBe(TimeSpan.FromSeconds(2));
        _model.Snapshot().Current!.Fraction.ShouldBe(0.8);
    }

    [Fact]
    public void Gives_no_estimate_from_too_little()
    {
        Started("discover");
        After(1, new RunEvent.PageVisited("", "Ok", 1, 9));

        _model.Snapshot().Remaining.ShouldBeNull();
    }

    [Fact]
    public void Says_how_many_ideas_were_tried()
    {
        Started("design");
        After(10, new RunEvent.CaseDesigned("A", 25, 100, 20));

        _model.Snapshot().Current!.Text.ShouldBe("25 of 100 ideas tried on the live page, 20 cases kept");
        _model.Snapshot().Current!.Fraction.ShouldBe(0.25);
    }

    [Fact]
    public void Batches_of_cases_add_up()
    {
        Started("execute");
        Started("execute").ShouldBeNull();
        After(0, new RunEvent.CasesPlanned(20));
        After(0, new RunEvent.CasesPlanned(5));
        After(1, Case("a", Verdict.Passed));
        After(1, Case("b", Verdict.Failed));

        _model.Snapshot().Current!.Text.ShouldBe("2 of 25 tests run, 1 failed so far");
        Finished("execute").ShouldBeNull();
        Finished("execute")!.Text.ShouldBe("execute: 2 of 25 tests run, 1 failed so far, done in 2.0 s");
    }

    [Fact]
    public void A_case_that_passes_after_a_heal_is_no_failure_any_more()
    {
        After(0, Case("a", Verdict.Failed))!.Kind.ShouldBe(NoteKind.Failure);
        After(0, Case("a", Verdict.Healed)).ShouldBeNull();

        _model.Snapshot().Failures.ShouldBe(0);
        _model.FailedCases.ShouldBeEmpty();
    }

    [Fact]
    public void The_rate_after_a_heal_is_of_that_round_only()
    {
        Started("execute");
        After(0, new RunEvent.CasesPlanned(100));
        for (var i = 0; i < 100; i++)
        {
            After(1, Case($"c{i}", Verdict.Passed));
        }

        Finished("execute");
        Started("execute");
        After(0, new RunEvent.CasesPlanned(10));
        for (var i = 0; i < 5; i++)
        {
            After(2, Case($"c{i}", Verdict.Healed));
        }

        _model.Snapshot().Remaining.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Remembers_when_the_first_test_passed()
    {
        After(3, Case("a", Verdict.Failed));
        After(4, Case("b", Verdict.Passed));
        After(5, Case("c", Verdict.Passed));

        _model.FirstPass.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void A_stage_from_the_journal_says_so()
    {
        _model.Apply(new RunEvent.StageStarted("discover", Reused: true)).ShouldBeNull();
        _model.Apply(new RunEvent.StageFinished("discover", 0, false, Reused: true))!.Text.ShouldBe("discover: done before, taken from the journal");
    }

    [Fact]
    public void An_interrupted_stage_says_so()
    {
        Started("discover");
        After(2, new RunEvent.PageVisited("", "Ok", 1, 9));
        _model.Apply(new RunEvent.StageFinished("discover", 2_000, Interrupted: true))!.Text
            .ShouldBe("discover: 1 page found, 9 queued, stopped after 2.0 s");
    }

    [Fact]
    public void Text_of_the_page_is_cleaned()
    {
        var note = _model.Apply(new RunEvent.CaseFinished("a", "Buy\u001b[2J now", Verdict.Failed, 1, "saw\n\u202Eevil"))!;

        note.Text.ShouldBe("failed: Buy [2J now: saw evil");
    }

    [Fact]
    public void Heals_and_warnings_have_their_line()
    {
        _model.Apply(new RunEvent.ElementHealed("e1", "getByText('a')", "getByText('b')", Proved: false))!.Text
            .ShouldBe("healed: getByText('a') is now getByText('b') (to be proved)");
        _model.Apply(new RunEvent.RunWarning("target.unusable", "It is down."))!.Text.ShouldBe("warning target.unusable: It is down.");
        _model.Warning("target.unusable").ShouldBe("It is down.");
    }

    private static RunEvent.CaseFinished Case(string id, Verdict verdict) => new(id, $"Case {id}", verdict, 10, verdict == Verdict.Failed ? "why" : null);

    private ProgressNote? Started(string stage) => _model.Apply(new RunEvent.StageStarted(stage));

    private ProgressNote? Finished(string stage) => _model.Apply(new RunEvent.StageFinished(stage, 0, false));

    private ProgressNote? After(double seconds, RunEvent runEvent)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return _model.Apply(runEvent);
    }
}
