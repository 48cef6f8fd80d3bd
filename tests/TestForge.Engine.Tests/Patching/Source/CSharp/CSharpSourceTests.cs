using TestForge.Engine.Patching.Source;
using TestForge.Engine.Patching.Source.CSharp;

namespace TestForge.Engine.Tests.Patching.Source.CSharp;

public sealed class CSharpSourceTests
{
    private const string Text = """
        public class PayTests : PageTest
        {
            private ILocator Paid => Page.Locator("#paid");

            // Pays for what is in the basket.
            [Test]
            public async Task It_is_paid()
            {
                await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Pay", Exact = true }).ClickAsync();
                await Page
                    .GetByLabel(@"Card")
                    .FillAsync("4111");
                await Expect(Paid).ToHaveTextAsync("Yes");
                await Page.GetByTestId($"pay-{4}").ClickAsync();
        #if SLOW
                await Page.GetByText("Wait").ClickAsync();
        #endif
            }
        }
        """;

    private const string Pay = """GetByRole(AriaRole.Button, new() { Name = "Pay", Exact = true })""";

    [Fact]
    public async Task A_locator_is_found_where_its_method_is_named()
    {
        var button = await FindAsync(9, 47, "getByRole");
        button.Text.ShouldBe(Pay);
        (button.Receiver, button.Value, button.Name, button.Exact, button.Literal, button.Options).ShouldBe(("Page.GetByRole(AriaRole.Dialog)", "button", "Pay", true, true, ""));
        (await FindAsync(11, 14, "getByLabel")).Value.ShouldBe("Card");
        (await FindAsync(14, 1, "getByTestId")).Literal.ShouldBeFalse();
        (await FindAsync(3, 1, "locator")).Text.ShouldBe("""Locator("#paid")""");
        (await FindAsync(9, 1, "getByRole")).Found.ShouldBeFalse("two on the line, and the column is of neither");
        (await new CSharpSource().FindAsync("A.cs", "class {", 1, 1, "locator", TestContext.Current.CancellationToken)).Error.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""GetByRole(AriaRole.Link, new() { Name = "Pay now" })""")]
    [InlineData("""GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Pay now" })""")]
    [InlineData("""GetByTestId("pay")""")]
    [InlineData("""GetByRole(AriaRole.Form).GetByRole(AriaRole.Button, new() { Name = "Pay" })""")]
    public async Task Another_locator_in_the_same_place_is_no_other_difference(string now) => (await DifferenceAsync(Pay, now)).ShouldBeNull();

    [Theory]
    [InlineData("ToHaveTextAsync(\"Yes\")", "ToHaveTextAsync(\"No\")")]
    [InlineData("ToHaveTextAsync(\"Yes\")", "ToBeVisibleAsync()")]
    [InlineData("await Expect(Paid).ToHaveTextAsync(\"Yes\");", "")]
    [InlineData("FillAsync(\"4111\")", "FillAsync(\"4222\")")]
    [InlineData("[Test]", "[Test, Ignore(\"later\")]")]
    [InlineData("[Test]", "[Fact(Skip = \"later\")]")]
    [InlineData("[Test]", "")]
    [InlineData("// Pays for what is in the basket.", "// Does not pay.")]
    [InlineData("// Pays for what is in the basket.", "")]
    [InlineData("#if SLOW", "#if FAST")]
    [InlineData("\"Wait\"", "\"Do not wait\"")]
    [InlineData("AriaRole.Dialog", "AriaRole.Main")]
    [InlineData("Locator(\"#paid\")", "Locator(\"body\")")]
    [InlineData("Exact = true }).ClickAsync()", "Exact = true }).ClickAsync(new() { Force = true })")]
    [InlineData(Pay, "GetByTestId(Steal())")]
    [InlineData(Pay, "GetByTestId(\"pay\").Or(Page.Locator(\"body\"))")]
    [InlineData(Pay, "GetByTestId(/* pays */ \"pay\")")]
    [InlineData("Page.GetByRole(AriaRole.Dialog)." + Pay, "Other.GetByRole(AriaRole.Dialog).GetByTestId(\"pay\")")]
    public async Task Any_other_difference_is_told(string old, string now) => (await DifferenceAsync(old, now)).ShouldNotBeNullOrEmpty();

    private static async Task<LocatorCall> FindAsync(int line, int column, string method) =>
        await new CSharpSource().FindAsync("A.cs", Text, line, column, method, TestContext.Current.CancellationToken);

    private static async Task<string?> DifferenceAsync(string old, string now)
    {
        Text.ShouldContain(old);
        var call = Text.IndexOf(Pay, StringComparison.Ordinal);
        return await new CSharpSource().DifferenceAsync("A.cs", Text, Text.Replace(old, now, StringComparison.Ordinal), [call], TestContext.Current.CancellationToken);
    }
}
