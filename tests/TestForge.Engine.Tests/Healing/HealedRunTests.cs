using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

/// <summary>From a plan over a changed page to the verdict: a healed locator counts only when the whole case passes with it.</summary>
public sealed class HealedRunTests
{
    private const string Before = """
        <title>Cart</title><main><button data-testid=add onclick="document.getElementById('state').textContent = 'Added'">Add to cart</button><p id=state data-testid=state>Empty</p></main>
        """;

    [Fact]
    public async Task A_case_that_passes_with_the_new_locator_is_healed_and_the_heal_is_proved()
    {
        var executed = await RunAsync(Before.Replace("data-testid=add", "data-testid=add-item", StringComparison.Ordinal));

        var heal = executed.Run.Heals.Single();
        heal.Decision.ShouldBe(HealDecision.Healed);
        heal.Proved.ShouldBeTrue();
        executed.Run.Outcomes.Single().Verdict.ShouldBe(Verdict.Healed);
        executed.Results[^1].Cases.Single().Attempts[^1].HealedElements.ShouldBe(["p1.e1"]);
        executed.Healed.ShouldBe(new("p1.e1", "getByTestId('add')", "getByTestId('add-item')", Proved: true));
        executed.Plan.Elements.Single(e => e.Id == "p1.e1").Locator.ToString().ShouldBe("getByTestId('add-item')");
    }

    [Fact]
    public async Task A_guess_whose_later_check_fails_is_no_heal()
    {
        var executed = await RunAsync(Before.Replace("data-testid=add", "data-testid=add-item", StringComparison.Ordinal).Replace("'Added'", "'Sold out'", StringComparison.Ordinal));

        executed.Run.Heals.Single().Proved.ShouldBeFalse();
        executed.Run.Outcomes.Single().Verdict.ShouldBe(Verdict.Failed);
        executed.Results[^1].Cases.Single().Attempts[^1].Failure!.Class.ShouldBe(FailureClass.Assertion);
        executed.Plan.Elements.Single(e => e.Id == "p1.e1").Locator.ToString().ShouldBe("getByTestId('add')");
    }

    private static async Task<(ExecutedCases Run, RunResults[] Results, TestPlan Plan, RunEvent.ElementHealed Healed)> RunAsync(string after)
    {
        var pages = new Dictionary<string, string> { ["/"] = Before };
        await using var rig = await EngineRig.ServeAsync(pages);
        var facts = await rig.ReadAsync("/");
        var elements = new[]
        {
            facts.Element("p1.e1", "Add to cart"),
            new PlanElement("p1.e2", "p1", "State", new() { Kind = LocatorKind.TestId, Value = "state" }, new() { Tag = "p", TestId = "state" }),
        };
        var plan = Plans.Of(rig.Url, elements, Plans.Case("add", new StepAction.Navigate("/"), new StepAction.Click("p1.e1"), new StepAction.ExpectText("p1.e2", "Added")));
        var stored = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        pages["/"] = after;

        var input = new RunInput { RunId = Guid.Empty, Target = rig.Url, StartedAt = DateTimeOffset.UnixEpoch };
        var run = await RunPlan.ExecuteCasesAsync(input, new(null, stored, ["add"]), new RigHost(rig));

        var results = await Task.WhenAll(run.Results.Select(rig.LoadAsync<RunResults>));
        return (run, results, await rig.LoadAsync<TestPlan>(run.Plan), rig.Events.OfType<RunEvent.ElementHealed>().Single());
    }
}
