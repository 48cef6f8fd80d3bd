using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Egress;
using TestForge.Engine.Browser;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>A target whose name leads elsewhere once it has been looked at.</summary>
public sealed class RebindingTests
{
    [Fact]
    public async Task A_public_target_whose_name_turns_to_this_machine_is_refused_and_never_reached()
    {
        var reached = 0;
        await using var secret = await SiteHost.StartAsync(app => app.MapFallback(() =>
        {
            Interlocked.Increment(ref reached);
            return "secret";
        }));
        var target = new Uri($"http://rebind.test:{secret.Url.Port}/");
        var looks = 0;
        await using var rig = await HostileCrawl.RigAsync(configure: services =>
        {
            services.Configure<BrowserOptions>(o => o.Target = target);
            services.AddSingleton<HostResolver>((_, _) => Task.FromResult<IPAddress[]>([Interlocked.Increment(ref looks) == 1 ? IPAddress.Parse("93.184.215.14") : IPAddress.Loopback]));
        });

        var map = await rig.DiscoverAsync(target: target);

        var page = map.Pages.ShouldHaveSingleItem();
        page.Outcome.ShouldBe(PageOutcome.Refused);
        page.OutcomeDetail.ShouldNotBeNull().ShouldContain("was public and now leads to 127.0.0.1");
        looks.ShouldBeGreaterThan(1);
        reached.ShouldBe(0);
    }
}
