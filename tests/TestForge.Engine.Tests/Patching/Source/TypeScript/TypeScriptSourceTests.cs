using TestForge.Engine.Patching.Source;
using TestForge.Engine.Patching.Source.TypeScript;

namespace TestForge.Engine.Tests.Patching.Source.TypeScript;

public sealed class TypeScriptSourceTests
{
    private const string File = "specs/a.spec.ts";

    private const string Text = """
        import { expect, test } from "@playwright/test";
        // Pays for what is in the basket.
        test("pays", async ({ page }) => {
          await page.getByRole('dialog').getByRole("button", { name: 'Pay', exact: true }).click();
          await page
            .getByLabel(`Card`)
            .fill('4111');
          await expect(page.locator("#paid")).toHaveText('Yes');
          await page.getByTestId(idOf('x')).click();
        });
        """;

    [Fact]
    public async Task A_locator_is_found_where_its_method_is_named()
    {
        var button = await FindAsync(4, 34, "getByRole");
        button.Text.ShouldBe("""getByRole("button", { name: 'Pay', exact: true })""");
        (button.Receiver, button.Value, button.Name, button.Exact, button.Literal, button.Quote).ShouldBe(("page.getByRole('dialog')", "button", "Pay", true, true, '"'));
        (await FindAsync(6, 6, "getByLabel")).Value.ShouldBe("Card");
        (await FindAsync(9, 14, "getByTestId")).Literal.ShouldBeFalse();
        (await FindAsync(8, 1, "locator")).Text.ShouldBe("""locator("#paid")""");
        (await FindAsync(4, 1, "getByRole")).Found.ShouldBeFalse("two on the line, and the column is of neither");
        (await new TypeScriptSource().FindAsync(File, "const = 1", 1, 1, "locator", TestContext.Current.CancellationToken)).Error.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""getByRole("link", { name: 'Pay now' })""")]
    [InlineData("""getByTestId("pay")""")]
    [InlineData("""getByRole("form").getByRole("button", { name: "Pay" })""")]
    public async Task Another_locator_in_the_same_place_is_no_other_difference(string now) =>
        (await DifferenceAsync("""getByRole("button", { name: 'Pay', exact: true })""", now)).ShouldBeNull();

    [Theory]
    [InlineData("toHaveText('Yes')", "toHaveText('No')")]
    [InlineData("toHaveText('Yes')", "toBeVisible()")]
    [InlineData("await expect(page.locator(\"#paid\")).toHaveText('Yes');", "")]
    [InlineData("fill('4111')", "fill('4222')")]
    [InlineData("test(\"pays\"", "test.skip(\"pays\"")]
    [InlineData("test(\"pays\"", "test.fixme(\"pays\"")]
    [InlineData("// Pays for what is in the basket.", "// Does not pay.")]
    [InlineData("// Pays for what is in the basket.", "")]
    [InlineData("'dialog'", "'main'")]
    [InlineData("locator(\"#paid\")", "locator(\"body\")")]
    [InlineData(".click();\n  await page\n", ".click({ force: true });\n  await page\n")]
    [InlineData("{ name: 'Pay', exact: true }).click()", "{ name: 'Pay', exact: true }).click().catch(() => {})")]
    [InlineData("getByRole(\"button\", { name: 'Pay', exact: true })", "getByRole(steal())")]
    [InlineData("getByRole(\"button\", { name: 'Pay', exact: true })", "getByRole(\"button\", { name: 'Pay' }).or(page.locator('body'))")]
    [InlineData("page.getByRole('dialog').getByRole(\"button\", { name: 'Pay', exact: true })", "other.getByRole('dialog').getByRole(\"button\")")]
    public async Task Any_other_difference_is_told(string old, string now) =>
        (await DifferenceAsync(old, now)).ShouldNotBeNullOrEmpty();

    private static async Task<LocatorCall> FindAsync(int line, int column, string method) =>
        await new TypeScriptSource().FindAsync(File, Text, line, column, method, TestContext.Current.CancellationToken);

    private static async Task<string?> DifferenceAsync(string old, string now)
    {
        Text.ShouldContain(old);
        var call = Text.IndexOf("""getByRole("button",""", StringComparison.Ordinal);
        return await new TypeScriptSource().DifferenceAsync(File, Text, Text.Replace(old, now, StringComparison.Ordinal), [call], TestContext.Current.CancellationToken);
    }
}
