using TestForge.Engine.Patching.Source;
using TestForge.Engine.Patching.Source.CSharp;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching.Source.CSharp;

public sealed class CSharpTextTests
{
    private static readonly LocatorSpec Pay = new() { Kind = LocatorKind.Role, Value = "button", Name = "Pay" };

    [Theory]
    [InlineData("", "GetByRole(AriaRole.Button)", "GetByRole(AriaRole.Button, new() { Name = \"Pay\", Exact = true })")]
    [InlineData("PageGetByRoleOptions", "GetByRole(AriaRole.Link, …)", "GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = \"Pay\", Exact = true })")]
    [InlineData("", "GetByRole(Microsoft.Playwright.AriaRole.Link)", "GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = \"Pay\", Exact = true })")]
    public void Keeps_to_how_its_author_writes_roles_and_options(string options, string old, string expected) =>
        CSharpText.Write(Pay, new() { Method = "getByRole", Options = options, Text = old }, _ => true).ShouldBe(expected);

    [Fact]
    public void The_type_of_options_is_that_of_the_new_method_and_of_what_it_is_called_on()
    {
        var old = new LocatorCall { Method = "getByText", Options = "PageGetByTextOptions", Text = "GetByText(\"x\", …)" };
        var form = Pay with { Within = new() { Kind = LocatorKind.Role, Value = "form", Name = "Card" } };

        CSharpText.Write(new() { Kind = LocatorKind.Label, Value = "Card" }, old, _ => true).ShouldBe("GetByLabel(\"Card\", new PageGetByLabelOptions { Exact = true })");
        CSharpText.Write(form, old, _ => false).ShouldBe("GetByRole(AriaRole.Form, new PageGetByRoleOptions { Name = \"Card\" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = \"Pay\" })");
    }

    [Fact]
    public void What_a_page_says_stays_a_text_in_the_source() =>
        CSharpText.Write(new() { Kind = LocatorKind.Label, Value = "\"); Steal(\"\\\n\u2028\u202e" }, new(), _ => false).ShouldBe("""GetByLabel("\"); Steal(\"\\\n\u2028\u202e")""");

    [Fact]
    public void A_role_that_the_library_does_not_know_is_not_written() =>
        CSharpText.Write(Pay with { Value = "doc-cover" }, new(), _ => false).ShouldBeNull();
}
