using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Sessions that end and targets that move.</summary>
public sealed class SessionHostileTests
{
    private static readonly LoginSpec Login = new()
    {
        Url = "/login",
        Steps =
        [
            new("fill", new() { Kind = LocatorKind.Label, Value = "User" }, "ada"),
            new("click", new() { Kind = LocatorKind.Role, Value = "button", Name = "Sign in" }),
        ],
        Success = new(Url: "/members/0"),
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_that_expires_half_way_is_renewed_never_ended_and_no_page_is_lost(bool allowDestructive)
    {
        var area = new HostileLogin(pagesUntilExpiry: 6);
        await using var rig = await HostileCrawl.RigAsync(more: area.Map);

        var output = await rig.RunAsync(Stages.Discover, new(Guid.Empty, new(rig.Url, "/members/0"), new(AllowDestructive: allowDestructive), new(), new(Login: Login), Seed: 1));

        var map = await rig.LoadAsync<SiteMap>(output.SiteMap);
        for (var i = 0; i < 8; i++)
        {
            map.Page($"/members/{i}").Title.ShouldBe($"Members {i}");
        }

        area.SignIns.ShouldBeInRange(2, 4);
        area.SignOuts.ShouldBe(0);
        map.Pages.Count(p => new Uri(p.Url).AbsolutePath == "/login").ShouldBe(1);
    }

    [Fact]
    public async Task A_target_that_moves_to_its_www_name_is_adopted()
    {
        await using var rig = await HostileCrawl.RigAsync(
            allowPrivate: true,
            app => app.MapGet("/", (HttpContext http) => http.Request.Host.Host == "www.localhost"
                ? Results.Redirect($"http://localhost:{http.Request.Host.Port}/home?to=/markup")
                : Results.NotFound()),
            services => services.Configure<BrowserOptions>(o => o.Target = new($"http://www.localhost:{o.Target!.Port}/")));

        var map = await rig.DiscoverAsync(target: new($"http://www.localhost:{rig.Url.Port}/"));

        map.Target.ShouldBe(new($"http://localhost:{rig.Url.Port}/"));
        map.Page("/fine").Outcome.ShouldBe(PageOutcome.Ok);
        map.Page("/markup").Outcome.ShouldBe(PageOutcome.Ok);
        HostileTests.Warning(rig, "target.redirected").ShouldContain($"redirects to http://localhost:{rig.Url.Port}");
    }

    [Fact]
    public async Task A_target_that_redirects_to_another_site_is_not_tested()
    {
        await using var rig = await HostileCrawl.RigAsync(
            allowPrivate: true,
            app => app.MapGet("/", (HttpContext http) => Results.Redirect($"http://localhost:{http.Request.Host.Port}/fine")));

        var output = await rig.RunAsync(Stages.Discover, new(Guid.Empty, rig.Url, new(), new(), new(), Seed: 1));

        output.Pages.ShouldBe(0);
        (await rig.LoadAsync<SiteMap>(output.SiteMap)).Pages.ShouldBeEmpty();
        HostileTests.Warning(rig, "target.redirects_elsewhere").ShouldContain($"http://localhost:{rig.Url.Port}");
    }
}
