using TestForge.Engine.Healing;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

public sealed class ElementStepsTests
{
    [Fact]
    public void An_element_that_is_only_expected_to_be_gone_is_known_as_such()
    {
        Of(new StepAction.Navigate("/"), new StepAction.ExpectHidden("e")).OnlyAbsence.ShouldBeTrue();
        Of(new StepAction.Click("e"), new StepAction.ExpectHidden("e")).OnlyAbsence.ShouldBeFalse();
        Of(new StepAction.ExpectHidden("other")).OnlyAbsence.ShouldBeFalse();
    }

    [Fact]
    public void What_other_cases_do_with_the_element_does_not_count()
    {
        var plan = Plans.Of(new("http://localhost/"), [], Plans.Case("gone", new StepAction.ExpectHidden("e")), Plans.Case("used", new StepAction.Click("e")));

        ElementSteps.Of(plan, "e", ["gone"]).OnlyAbsence.ShouldBeTrue();
    }

    [Fact]
    public void A_candidate_must_be_usable_as_the_cases_use_the_element()
    {
        Of(new StepAction.Fill("e", "x")).Refusal(new() { Tag = "button" }).ShouldNotBeNull();
        Of(new StepAction.Fill("e", "x")).Refusal(new() { Tag = "textarea" }).ShouldBeNull();
        Of(new StepAction.Choose("e", "x")).Refusal(new() { Tag = "input", Role = "combobox" }).ShouldNotBeNull();
        Of(new StepAction.Choose("e", "x")).Refusal(new() { Tag = "select" }).ShouldBeNull();
        Of(new StepAction.SetChecked("e", true)).Refusal(new() { Tag = "input", Type = "text" }).ShouldNotBeNull();
        Of(new StepAction.Click("e")).Refusal(new() { Tag = "div", Role = "button" }).ShouldBeNull();
    }

    private static ElementSteps Of(params StepAction[] actions) =>
        ElementSteps.Of(Plans.Of(new("http://localhost/"), [], Plans.Case("c", actions)), "e", ["c"]);
}
