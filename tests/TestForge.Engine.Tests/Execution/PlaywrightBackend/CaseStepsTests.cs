using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Pipeline;
using static TestForge.Engine.Tests.Scripting.SamplePlan;

namespace TestForge.Engine.Tests.Execution.PlaywrightBackend;

public sealed class CaseStepsTests
{
    private static readonly TestCase Sending = Case("a", "f", "A", "",
        Given("I am there", new StepAction.Navigate("/")),
        When("I fill one", new StepAction.Fill("one", "1")),
        When("I fill two", new StepAction.Fill("two", "2")),
        When("I click Send", new StepAction.Click("send")),
        Then("it is sent", new StepAction.ExpectTitle("Sent")));

    [Fact]
    public void A_method_that_passed_stands_for_its_steps() =>
        CaseSteps.Of(Sending, [Step("Given I am there", true), Step("When I fill in the form and click Send", true, true, true, true), Step("Then it is sent", false)])
            .Select(s => s.Passed).ShouldBe([true, true, true, true, false]);

    [Fact]
    public void A_method_that_failed_says_at_which_step() =>
        CaseSteps.Of(Sending, [Step("Given I am there", true), Step("When I fill in the form and click Send", false, true, false)])
            .Select(s => s.Passed).ShouldBe([true, true, false]);

    [Fact]
    public void Steps_that_a_person_renamed_keep_their_place() =>
        CaseSteps.Of(Sending, [Step("Given we are there", true), Step("When I fill one", true), Step("When I fill two", true), Step("When we send", false)])
            .Select(s => s.Passed).ShouldBe([true, true, true, false]);

    private static ReportedStep Step(string title, bool passed, params bool[] calls) =>
        new(passed, 1, title, [.. calls.Select(c => new ReportedStep(c, 1, "call", []))]);
}
