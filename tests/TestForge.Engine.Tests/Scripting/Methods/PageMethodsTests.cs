using TestForge.Engine.Scripting.Methods;
using TestForge.Engine.Scripting.Naming;
using TestForge.Pipeline;
using static TestForge.Engine.Tests.Scripting.SamplePlan;

namespace TestForge.Engine.Tests.Scripting.Methods;

public sealed class PageMethodsTests
{
    [Fact]
    public void What_several_cases_do_to_one_end_is_one_method_named_by_its_button()
    {
        var names = Plan(
            Case("a", "f", "A", "", Fill("name", "Ann"), Fill("mail", "a@example.com"), Send()),
            Case("b", "f", "B", "", Fill("name", "Ann"), Fill("mail", ""), Send()));

        var method = names.Methods.Of(names.Pages[0]).ShouldHaveSingleItem();

        method.Name.ShouldBe("SendMessage");
        method.Fields.Select(f => (f.Name, f.Optional)).ShouldBe([("YourName", false), ("YourEmail", false)]);
        method.HasUsualData.ShouldBeTrue();
        names.Methods.At(names.Plan.Cases[1], 0)!.ValueOf(method.Fields[1]).ShouldBe(new StepAction.Fill("mail", ""));
    }

    [Fact]
    public void A_field_that_some_cases_leave_alone_is_optional()
    {
        var names = Plan(
            Case("a", "f", "A", "", Fill("name", "Ann"), Send()),
            Case("b", "f", "B", "", Fill("name", "Ann"), Fill("mail", "b@example.com"), Send()));

        names.Methods.Of(names.Pages[0]).ShouldHaveSingleItem().Fields.Select(f => f.Optional).ShouldBe([false, true]);
    }

    [Fact]
    public void A_case_that_goes_another_way_keeps_its_own_steps()
    {
        var names = Plan(
            Case("a", "f", "A", "", Fill("name", "Ann"), Fill("mail", "a@example.com"), Send()),
            Case("b", "f", "B", "", Fill("mail", "b@example.com"), Fill("name", "Bo"), Send()),
            Case("c", "f", "C", "", Fill("name", "Cy"), Then("it is kept", new StepAction.ExpectValue("name", "Cy")), Send()));

        names.Methods.At(names.Plan.Cases[0], 0).ShouldNotBeNull();
        names.Methods.At(names.Plan.Cases[1], 0).ShouldBeNull();
        names.Methods.At(names.Plan.Cases[2], 0).ShouldBeNull();
    }

    [Fact]
    public void Secrets_are_never_part_of_the_usual_data()
    {
        var names = Plan(
            Case("a", "f", "A", "", Fill("name", "Ann"), Fill("mail", "${env:MAIL}"), Send()),
            Case("b", "f", "B", "", Fill("name", "Ann"), Fill("mail", "${env:MAIL}"), Send()));

        names.Methods.Of(names.Pages[0]).ShouldHaveSingleItem().HasUsualData.ShouldBeFalse();
    }

    private static TestStep Fill(string element, string value) => When($"I fill {element}", new StepAction.Fill(element, value));

    private static TestStep Send() => When("I click the \"Send message\" button", new StepAction.Click("send"));

    private static NamedPlan Plan(params TestCase[] cases) => new(new()
    {
        Target = new("https://shop.example"),
        Features = [new("f", "F", "")],
        Pages = [new("p", "Contact page", "/contact")],
        Elements =
        [
            Element("name", "p", "Your name field", Role("textbox", "Your name")),
            Element("mail", "p", "Your email field", Role("textbox", "Your email")),
            Element("send", "p", "Send message button", Role("button", "Send message")),
        ],
        Cases = cases,
    });
}
