using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching.Dotnet;

[Collection(nameof(OneSuiteAtATime))]
public sealed class DotnetSuiteTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_suite_in_CSharp_is_healed_where_it_is_certain_and_left_alone_elsewhere()
    {
        using var rig = await SuiteRig.StartAsync("shop-csharp");
        await rig.RunDotnetAsync("before", recorded: true);
        var report = await rig.RunDotnetAsync("after", recorded: false);
        var before = rig.Read("AccountTests.cs");

        var output = await rig.HealAsync(report, apply: true);

        output.Failures.GroupBy(f => f.Outcome).ToDictionary(g => g.Key, g => string.Join(" | ", g.Select(f => f.Title).Order(StringComparer.Ordinal))).ShouldBe(new Dictionary<SuiteOutcome, string>
        {
            [SuiteOutcome.Healed] =
                string.Join(" | ", "AccountTests › A_name_is_saved(\"Ann\")", "AccountTests › A_name_is_saved(\"Zoë\")", "AccountTests › The_newsletter_is_subscribed", "BasketTests › A_kettle_can_be_put_into_it", "BasketTests › Checkout_is_offered"),
            [SuiteOutcome.NotDrift] = string.Join(" | ", "AccountTests › Stock_is_refreshed", "BasketTests › The_sum_is_that_of_the_basket"),
            [SuiteOutcome.Abstained] = string.Join(" | ", "BasketTests › An_order_is_confirmed", "BasketTests › Gifts_are_wrapped", "BasketTests › Products_come_by_name", "BasketTests › The_total_counts"),
        }, ignoreOrder: true);
        rig.Read("AccountTests.cs").ShouldBe(before
            .Replace("\"#newsletter-email\"", "\"#subscribe-address\"", StringComparison.Ordinal)
            .Replace("\"#first\"", "\"#f1\"", StringComparison.Ordinal)
            .Replace("Name = \"Save\",", "Name = \"Save changes\",", StringComparison.Ordinal));

        // One locator serves two tests, so it is proposed and not written.
        var shared = output.Patches.Single(p => p.Shared);
        (shared.File, shared.Old, shared.New, shared.Applied, shared.Uses.Count).ShouldBe(("Pages/ShopPage.cs", "Locator(\".checkout\")", "GetByRole(AriaRole.Button, new() { Name = \"Checkout now\" })", false, 2));
        rig.Read("Pages/ShopPage.cs").ShouldContain("page.GetByTestId(\"basket-add-kettle\")");
    }
}
