using TestForge.Engine.Goals.Live;

namespace TestForge.Engine.Tests.Goals;

public sealed class LivePageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_is_bounded_and_says_what_is_left_out()
    {
        await using var rig = await GoalRig.StartAsync(key: false);
        await using var page = await rig.OpenAsync("/many");

        var evidence = await page.ReadAsync(Token);

        (evidence.Elements.Count, evidence.MoreElements).ShouldBe((80, 223));
        evidence.Find("e1").ShouldNotBeNull();
        var text = evidence.ToString();
        text.Length.ShouldBeLessThanOrEqualTo(EvidenceText.MaxLength + 10);
        text.ShouldContain("(223 more controls)");
    }

    [Fact]
    public async Task Each_answer_tells_what_has_changed()
    {
        await using var rig = await GoalRig.StartAsync(key: false);
        await using var page = await rig.OpenAsync("/cart");
        var evidence = await page.ReadAsync(Token);

        var filled = await page.ActAsync(new(LiveActKind.Fill, Ref(evidence, "Voucher"), "TENOFF"), Token);
        filled.Changes.ShouldBe(["textbox \"Voucher\" now holds \"TENOFF\""]);

        var applied = await page.ActAsync(new(LiveActKind.Click, Ref(await page.ReadAsync(Token), "Apply")), Token);
        applied.Changes.ShouldContain("new text: \"Voucher accepted: ten percent off\"");
        applied.Step.ShouldNotBeNull().Wrote.ShouldBeTrue();
    }

    [Fact]
    public async Task A_secret_is_typed_by_name_and_hidden_wherever_the_page_says_it_again()
    {
        Environment.SetEnvironmentVariable("GOAL_TEST_PASS", "open-sesame-42");
        await using var rig = await GoalRig.StartAsync(key: false);
        await using var page = await rig.OpenAsync("/members", o => o with { Variables = ["GOAL_TEST_PASS"] });
        var field = Ref(await page.ReadAsync(Token), "Pass word");

        (await page.ActAsync(new(LiveActKind.Fill, field, "${env:PATH}"), Token)).Result.ShouldBe(LiveResult.Refused);
        (await page.ActAsync(new(LiveActKind.Fill, field, "${env:GOAL_TEST_PASS}"), Token)).Result.ShouldBe(LiveResult.Done);
        var sent = await page.ActAsync(new(LiveActKind.Click, Ref(await page.ReadAsync(Token), "Enter")), Token);

        rig.Site.Received.ShouldBe(["open-sesame-42"]);
        var text = (await page.ReadAsync(Token)).ToString() + string.Join('\n', sent.Changes);
        text.ShouldNotContain("open-sesame-42");
        text.ShouldContain("You said ${env:GOAL_TEST_PASS}");
    }

    [Fact]
    public async Task Nothing_outside_the_scope_is_opened()
    {
        await using var rig = await GoalRig.StartAsync(key: false);
        await using var page = await rig.OpenAsync("/", o => o with { Scope = new(Exclude: ["/cart"]) });
        var evidence = await page.ReadAsync(Token);

        evidence.Find(Ref(evidence, "Cart"))!.Refused.ShouldNotBeNull();
        (await page.ActAsync(new(LiveActKind.Click, Ref(evidence, "Cart")), Token)).Result.ShouldBe(LiveResult.Refused);
        (await page.ActAsync(new(LiveActKind.Open, Value: "/cart"), Token)).Result.ShouldBe(LiveResult.Refused);
        (await page.ReadAsync(Token)).Path.ShouldBe("/");
    }

    private static string Ref(PageEvidence page, string name) => page.Elements.First(e => e.Name == name).Ref;
}
