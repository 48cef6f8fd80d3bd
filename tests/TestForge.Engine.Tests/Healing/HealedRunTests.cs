using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

/// <summary>From a plan over a changed page to the verdict: a healed locator counts only when the rest of the case passes with it.</summary>
public sealed class HealedRunTests
{
    private const string Before = """
        <title>Cart</title><main><button data-testid=add onclick="document.getElementById('state').textContent = 'Added'">Add to cart</button><p id=state data-testid=state>Empty</p></main>
        """;

    private static readonly string Renamed = Before.Replace("data-testid=add", "data-testid=add-item", StringComparison.Ordinal);

    [Fact]
    public async Task A_case_goes_on_with_the_new_locator_and_what_follows_is_the_proof()
    {
        var executed = await RunAsync(Renamed);

        var heal = executed.Run.Heals.Single();
        (heal.Decision, heal.Proved, heal.Patched, heal.Page, heal.ElementName).ShouldBe((HealDecision.Healed, true, false, "/", "Add to cart"));
        executed.Run.Outcomes.ShouldAllBe(o => o.Verdict == Verdict.Healed);
        var attempt = executed.Results.Single().Cases.Single().Attempts.Single();
        attempt.HealedElements.ShouldBe(["p1.e1"]);
        attempt.Steps.ShouldAllBe(s => s.Passed);
        attempt.Evidence.ShouldContain(e => e.Kind == ArtifactKinds.Screenshot);
        executed.Healed.ShouldBe(new("p1.e1", "getByTestId('add')", "getByTestId('add-item')", Proved: true));
        LocatorIn(executed.Plan).ShouldBe("getByTestId('add')");
    }

    [Fact]
    public async Task An_element_that_the_plan_knows_twice_is_healed_once()
    {
        var executed = await RunAsync(Renamed, twice: true);

        executed.Run.Outcomes.ShouldAllBe(o => o.Verdict == Verdict.Healed);
        executed.Results.Single().Cases.Single().Attempts.Single().HealedElements.ShouldBe(["p1.e1", "p1.add.1"]);
    }

    [Fact]
    public async Task Patching_writes_the_new_locator_into_the_plan()
    {
        var executed = await RunAsync(Renamed, new() { Policy = HealingPolicy.HealAndPatch });

        executed.Run.Heals.Single().Patched.ShouldBeTrue();
        LocatorIn(executed.Plan).ShouldBe("getByTestId('add-item')");
    }

    [Fact]
    public async Task A_guess_whose_later_check_fails_is_no_heal()
    {
        var executed = await RunAsync(Renamed.Replace("'Added'", "'Sold out'", StringComparison.Ordinal), new() { Policy = HealingPolicy.HealAndPatch });

        executed.Run.Heals.Single().Proved.ShouldBeFalse();
        executed.Run.Outcomes.Single().Verdict.ShouldBe(Verdict.Failed);
        executed.Results[^1].Cases.Single().Attempts[^1].Failure!.Class.ShouldBe(FailureClass.Assertion);
        LocatorIn(executed.Plan).ShouldBe("getByTestId('add')");
    }

    [Fact]
    public async Task A_suggestion_is_proved_and_its_case_fails_by_the_drift()
    {
        var executed = await RunAsync(Renamed, new() { Policy = HealingPolicy.Suggest });

        executed.Run.Heals.Single().Proved.ShouldBeTrue();
        executed.Run.Outcomes.Single().Verdict.ShouldBe(Verdict.Failed);
        var attempt = executed.Results.Single().Cases.Single().Attempts.Single();
        (attempt.Failure!.Class, attempt.Failure.StepIndex, attempt.HealedElements.Count, attempt.Steps.Count).ShouldBe((FailureClass.LocatorDrift, 1, 0, 2));
    }

    [Fact]
    public async Task An_override_keeps_one_case_from_what_another_may()
    {
        var executed = await RunAsync(Renamed, new() { Cases = new Dictionary<string, HealingPolicy> { ["*again"] = HealingPolicy.Off } }, cases: ["add", "add again"]);

        executed.Run.Outcomes.ToDictionary(o => o.CaseId, o => o.Verdict).ShouldBe(new Dictionary<string, Verdict> { ["add"] = Verdict.Healed, ["add again"] = Verdict.Failed });
    }

    [Fact]
    public async Task What_a_person_approved_is_taken_without_ranking_and_is_passed_by_a_suggestion()
    {
        var memory = await MemoryAsync(HealReview.Approved);

        var executed = await RunAsync(Renamed, new() { Policy = HealingPolicy.Suggest }, memory);

        executed.Run.Heals.Single().Remembered.ShouldBeTrue();
        executed.Run.Heals.Single().Reason.ShouldStartWith("ann approved it");
        executed.Run.Outcomes.Single().Verdict.ShouldBe(Verdict.Healed);
    }

    [Fact]
    public async Task What_a_person_approved_is_not_taken_while_the_old_locator_finds_something()
    {
        var memory = await MemoryAsync(HealReview.Approved);
        var both = Before.Replace("<p ", "<button data-testid=add-item>Another</button><p ", StringComparison.Ordinal);

        var executed = await RunAsync(both, memory: memory);

        executed.Run.Heals.ShouldBeEmpty();
        executed.Run.Outcomes.Single().Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task What_a_person_rejected_is_not_proposed_again()
    {
        var memory = await MemoryAsync(HealReview.Rejected);

        var executed = await RunAsync(Renamed, memory: memory);

        var heal = executed.Run.Heals.Single();
        heal.Decision.ShouldBe(HealDecision.NotFound);
        heal.Reason.ShouldContain("a person has rejected it for this element: 'Add to cart'");
        executed.Run.Outcomes.Single().Verdict.ShouldBe(Verdict.Failed);
    }

    private static string LocatorIn(TestPlan plan) => plan.Elements.Single(e => e.Id == "p1.e1").Locator.ToString();

    /// <summary>What is remembered of a first run after a person has looked at it.</summary>
    private static async Task<HealMemory> MemoryAsync(HealReview review)
    {
        var memory = new HealMemory().With((await RunAsync(Renamed)).Run.Heals, Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        return memory with { Heals = [memory.Heals.Single() with { Review = review, By = "ann" }] };
    }

    private static async Task<(ExecutedCases Run, RunResults[] Results, TestPlan Plan, RunEvent.ElementHealed? Healed)> RunAsync(
        string after, HealingRules? rules = null, HealMemory? memory = null, string[]? cases = null, bool twice = false)
    {
        var page = Before;
        await using var rig = await EngineRig.StartAsync(
            app => app.MapFallback(() => Results.Content(page, "text/html; charset=utf-8")),
            services => services.Configure<ExecutionOptions>(o => (o.CheckTimeoutSeconds, o.LateLookSeconds) = (1, 0.3)));
        var facts = await rig.ReadAsync("/");
        var elements = new[]
        {
            facts.Element("p1.e1", "Add to cart"),
            new PlanElement("p1.e2", "p1", "State", new() { Kind = LocatorKind.TestId, Value = "state" }, new() { Tag = "p", TestId = "state" }),
        };
        cases ??= ["add"];

        // What tells the element is known of its first entry alone.
        PlanElement[] entries = twice ? [.. elements, elements[0] with { Id = "p1.add.1", Name = "Add", Print = new() { Tag = "button" } }] : elements;
        var clicks = entries.Where(e => e.Id != "p1.e2").Select(StepAction (e) => new StepAction.Click(e.Id)).ToArray();
        var plan = Plans.Of(rig.Url, entries, [.. cases.Select(c => Plans.Case(c, [new StepAction.Navigate("/"), .. clicks, new StepAction.ExpectText("p1.e2", "Added")]))]);
        var stored = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        page = after;

        var input = new RunInput
        {
            RunId = Guid.Empty,
            Target = rig.Url,
            StartedAt = DateTimeOffset.UnixEpoch,
            Healing = rules ?? new(),
            HealMemory = memory is null ? null : await rig.StoreAsync(ArtifactKinds.HealMemory, memory),
        };
        var run = await RunPlan.ExecuteCasesAsync(input, new(null, stored, cases), new RigHost(rig));

        var results = await Task.WhenAll(run.Results.Select(rig.LoadAsync<RunResults>));
        return (run, results, await rig.LoadAsync<TestPlan>(run.Plan), rig.Events.OfType<RunEvent.ElementHealed>().FirstOrDefault());
    }
}
