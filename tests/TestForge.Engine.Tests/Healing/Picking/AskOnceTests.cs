using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Engine.Healing.Picking;
using TestForge.Engine.Tests.Claude;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Healing.Picking;

/// <summary>How often the model is asked about one element: a case after another breaks on it, each with other steps, so no kept answer serves.</summary>
public sealed class AskOnceTests
{
    private static readonly Guid Run = new("0193b1d2-5b1e-7c3a-9f00-2a6d1c5e8f11");

    [Fact]
    public async Task What_the_model_could_not_tell_is_not_asked_again_in_the_run()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When(_ => true, _ => LookAlikePage.Number(null, "Both may be it."));
        var picker = PickerOf(rig);

        var first = await PickAsync(picker, Run, "one");
        var second = await PickAsync(picker, Run, "two");

        rig.Fake.Messages.Count().ShouldBe(1);
        first.Reason.ShouldBe("Rules end here. The language model could not tell either: Both may be it.");
        second.Reason.ShouldBe("Rules end here. Another case of this run has asked the language model about it, with no heal: The language model could not tell either: Both may be it.");
        (second.Decision, second.New, second.PickedBy).ShouldBe((HealDecision.Ambiguous, null, null));
    }

    [Fact]
    public async Task A_pick_that_the_rules_refuse_is_not_asked_for_again()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When(_ => true, _ => LookAlikePage.Number(1));
        var picker = PickerOf(rig);

        var first = await PickAsync(picker, Run, "one", taken: HealDecision.NotFound);
        var second = await PickAsync(picker, Run, "two", taken: HealDecision.NotFound);

        rig.Fake.Messages.Count().ShouldBe(1);
        first.Reason.ShouldContain("It was not taken: Rules refuse it.");
        second.Reason.ShouldContain("Another case of this run has asked");
    }

    [Fact]
    public async Task Another_element_and_another_run_are_other_questions()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When(_ => true, _ => LookAlikePage.Number(null));
        var picker = PickerOf(rig);

        await PickAsync(picker, Run, "one");
        await PickAsync(picker, Run, "two", element: "p1.e2");
        await PickAsync(picker, Guid.Empty, "three");

        rig.Fake.Messages.Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_service_that_was_away_is_asked_by_the_next_case()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.MaxRetries = 0);
        rig.Fake.Next(FakeReply.Error(529), LookAlikePage.Number(1));
        var picker = PickerOf(rig);

        var first = await PickAsync(picker, Run, "one");
        var second = await PickAsync(picker, Run, "two");

        first.Reason.ShouldContain("did not choose (claude.unavailable)");
        (second.Decision, second.PickedBy).ShouldBe((HealDecision.Healed, "claude-sonnet-5-5"));
    }

    private static LookAlikePicker PickerOf(ClaudeRig rig) => new(rig.Claude, rig.Services.GetRequiredService<IOptions<ClaudeOptions>>());

    private static Task<HealRecord> PickAsync(LookAlikePicker picker, Guid run, string caseId, string element = "p1.e1", HealDecision taken = HealDecision.Healed)
    {
        var wanted = new PlanElement(element, "p1", "Edit button", new() { Kind = LocatorKind.TestId, Value = "edit" }, new() { Tag = "button", Name = "Edit" });
        var undecided = new HealRecord { ElementId = element, Decision = HealDecision.Ambiguous, Old = wanted.Locator, Reason = "Rules end here." };
        var alike = new LookAlikes(
            wanted,
            [new(new() { Tag = "button", Name = "Edit", LandmarkName = "Shipping" }, 0.9, new Dictionary<string, double>()), new(new() { Tag = "button", Name = "Edit", LandmarkName = "Billing" }, 0.9, new Dictionary<string, double>())],
            c => undecided with { Decision = taken, New = taken == HealDecision.Healed ? new() { Kind = LocatorKind.TestId, Value = "new" } : null, After = c.Print, Reason = "Rules refuse it." });
        var test = Plans.Case(caseId, new StepAction.Click(element));
        return picker.PickAsync(run, undecided, alike, [test with { Steps = [test.Steps[0] with { Text = $"I press it for {caseId}" }] }], TestContext.Current.CancellationToken);
    }
}
