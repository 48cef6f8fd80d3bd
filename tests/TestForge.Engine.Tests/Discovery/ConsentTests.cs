using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Sites whose pages lie behind a consent banner.</summary>
public sealed class ConsentTests
{
    [Theory]
    [InlineData("plain", "declined", "Reject all")]
    [InlineData("accept-only", "accepted", "Accept cookies")]
    [InlineData("close", "closed", "Close")]
    [InlineData("german", "declined", "Nur notwendige Cookies")]
    [InlineData("japanese", "declined", "すべて拒否")]
    [InlineData("russian", "declined", "Только необходимые")]
    [InlineData("cookiebot", "declined", "Ne ne")]
    [InlineData("shadow", "declined", "Deny")]
    [InlineData("frame", "declined", "Reject all")]
    [InlineData("link", "accepted", "Accept all")]
    [InlineData("every", "declined", "Decline")]
    [InlineData("late", "declined", "Reject all")]
    [InlineData("form", "declined", "Only necessary")]
    public async Task A_banner_is_answered_with_what_gives_least_away_and_the_page_behind_it_is_explored(string name, string kind, string button)
    {
        var site = new ConsentSite();
        await using var rig = await EngineRig.StartAsync(site.Map);

        var map = await rig.DiscoverAsync(path: $"/{name}/");

        var consent = map.Consent.ShouldNotBeNull();
        (consent.Kind, consent.Button).ShouldBe((kind, button));
        site.Answers.Select(a => a.Split(' ')[1]).Distinct().ShouldHaveSingleItem().ShouldBe(kind switch { "declined" => "decline", "closed" => "close", _ => "accept" });
        map.Pages.Select(p => p.Title).Distinct().ShouldBe(["Shop", "Lamps"], ignoreOrder: true);
        map.Pages.SelectMany(p => p.Elements).ShouldNotContain(e => e.Visible && e.Print.Name == button);
        map.States.ShouldContain(s => s.PageId == map.Page($"/{name}/").Id);
        map.Pages.ShouldNotContain(p => p.Url.EndsWith("elsewhere", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("newsletter")]
    public async Task What_is_no_banner_is_left_alone(string name)
    {
        var site = new ConsentSite();
        await using var rig = await EngineRig.StartAsync(site.Map);

        var map = await rig.DiscoverAsync(new(TryControls: false), $"/{name}/");

        map.Consent.ShouldBeNull();
        site.Answers.ShouldBeEmpty();
        map.Pages.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_banner_that_stays_is_answered_a_bounded_number_of_times()
    {
        var site = new ConsentSite();
        await using var rig = await EngineRig.StartAsync(site.Map);

        var map = await rig.DiscoverAsync(new(TryControls: false), "/stays/");

        map.Pages.Count.ShouldBeGreaterThanOrEqualTo(2);
        site.Answers.Count.ShouldBeInRange(1, 6);
    }
}
