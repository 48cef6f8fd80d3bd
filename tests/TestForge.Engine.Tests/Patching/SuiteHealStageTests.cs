using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching;

[Collection(nameof(OneSuiteAtATime))]
public sealed class SuiteHealStageTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_suite_that_was_recorded_is_healed_where_it_is_certain_and_left_alone_elsewhere()
    {
        using var rig = await SuiteRig.StartAsync();
        await rig.RunAsync("before", recorded: true);
        var report = await rig.RunAsync("after", recorded: false);
        var before = (Page: rig.Read("pages/shop-page.ts"), Spec: rig.Read("specs/account.spec.ts"));

        var output = await rig.HealAsync(report, apply: true);

        output.Failures.ToDictionary(f => f.Title, f => f.Outcome).ShouldBe(new Dictionary<string, SuiteOutcome>
        {
            ["the newsletter is subscribed"] = SuiteOutcome.Healed,
            ["a name is saved"] = SuiteOutcome.Healed,
            ["stock is refreshed"] = SuiteOutcome.NotDrift,
            ["basket › a kettle can be put into it"] = SuiteOutcome.Healed,
            ["basket › the total counts"] = SuiteOutcome.Abstained,
            ["basket › an order is confirmed"] = SuiteOutcome.Abstained,
            ["basket › checkout is offered"] = SuiteOutcome.Healed,
            ["basket › gifts are wrapped"] = SuiteOutcome.Abstained,
            ["basket › products come by name"] = SuiteOutcome.Abstained,
        }, ignoreOrder: true);
        output.Failures.Single(f => f.Title == "stock is refreshed").Reason.ShouldBe("the server answered 500 when the page was opened");
        output.Patches.Select(p => $"{p.File}: {p.Old} -> {p.New}").ShouldBe(
        [
            "pages/shop-page.ts: getByTestId(\"add-kettle\") -> getByTestId(\"basket-add-kettle\")",
            "pages/shop-page.ts: locator('.checkout') -> getByRole('button', { name: 'Checkout now' })",
            "specs/account.spec.ts: locator('#newsletter-email') -> locator('#subscribe-address')",
            "specs/account.spec.ts: locator('#first') -> locator('#f1')",
            "specs/account.spec.ts: getByRole('button', { name: 'Save', exact: true }) -> getByRole('button', { name: 'Save changes', exact: true })",
        ], ignoreOrder: true);

        // One locator serves two tests, so it is proposed and not written.
        var shared = output.Patches.Single(p => p.Shared);
        (shared.Old, shared.Applied, shared.Uses.Count).ShouldBe(("locator('.checkout')", false, 2));
        rig.Read("pages/shop-page.ts").ShouldBe(before.Page.Replace("\"add-kettle\"", "\"basket-add-kettle\"", StringComparison.Ordinal));
        rig.Read("specs/account.spec.ts").ShouldBe(before.Spec
            .Replace("'#newsletter-email'", "'#subscribe-address'", StringComparison.Ordinal)
            .Replace("'#first'", "'#f1'", StringComparison.Ordinal)
            .Replace("name: 'Save',", "name: 'Save changes',", StringComparison.Ordinal));
        output.Diff.ShouldContain("+    this.checkout = page.getByRole('button', { name: 'Checkout now' }); // the only button of the basket");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_suite_that_was_never_recorded_is_not_healed_by_likeness()
    {
        using var rig = await SuiteRig.StartAsync();

        // The run itself has the recorder, so that nothing need be run again to see the pages.
        var output = await rig.HealAsync(await rig.RunAsync("after", recorded: true), apply: true, applyShared: true);

        output.Failures.Count.ShouldBe(9);
        output.Failures.ShouldNotContain(f => f.Outcome == SuiteOutcome.Healed);
        output.Failures.Single(f => f.Title == "basket › checkout is offered").Reason.ShouldBe("the locator was never recorded while its test passed, and it has no words by which its element could be known");
        output.Patches.ShouldBeEmpty();
        output.Diff.ShouldBeEmpty();
    }
}
