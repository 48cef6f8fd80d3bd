using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>More than a hundred hostile pages: each is on the map with what became of it, the pages behind it are found, and no process is left. Runs alone, so that every browser process seen is its own.</summary>
[Collection(nameof(RunsAlone))]
public sealed class HostileCaseTests
{
    private const int AtOnce = 24;

    /// <summary>For all of one group, so that a hang ends; most need a few seconds.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(180);

    private static readonly TimeSpan BoundWithControls = TimeSpan.FromSeconds(300);

    public static TheoryData<string> Groups => [.. HostileCase.All.Select(c => c.Name).Chunk(AtOnce).Select(names => string.Join(',', names))];

    [Theory]
    [MemberData(nameof(Groups))]
    public Task Hostile_pages_are_told_honestly_and_cost_no_other_page(string names) => CheckAsync(names, tryControls: false, Bound);

    // Slow: what hangs is opened again, and each control of a page that fights back waits for its bound.
    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Groups))]
    public Task The_controls_of_hostile_pages_cost_no_other_page_either(string names) => CheckAsync(names, tryControls: true, BoundWithControls);

    [Fact]
    public void There_are_at_least_a_hundred_cases_and_each_has_a_name_of_its_own()
    {
        HostileCase.All.Count.ShouldBeGreaterThanOrEqualTo(100);
        HostileCase.All.Select(c => c.Name).ShouldBeUnique();
        Groups.Count.ShouldBe((HostileCase.All.Count + AtOnce - 1) / AtOnce);
    }

    // A page that only needed more time than a busy machine gave it is asked for once more, with fewer beside it and time enough; what truly hangs does so again.
    private static async Task CheckAsync(string names, bool tryControls, TimeSpan bound)
    {
        var faults = await FaultsAsync(names.Split(','), tryControls, pageSeconds: 6, bound);
        if (faults.Count > 0)
        {
            faults = await FaultsAsync([.. faults.Keys], tryControls, pageSeconds: 30, 2 * bound);
        }

        faults.Values.ShouldBeEmpty();
    }

    private static async Task<Dictionary<string, string>> FaultsAsync(string[] names, bool tryControls, int pageSeconds, TimeSpan bound)
    {
        var before = Descendants.Living();
        HashSet<int> during;
        SiteMap map;
        await using var site = HostileCaseHost.Start();
        await using (var rig = await EngineRig.StartAsync(_ => { }, services =>
        {
            services.Configure<BrowserOptions>(o => o.Target = site.Url);
            services.Configure<DiscoveryOptions>(o => o.Tabs = 6);
        }))
        {
            map = await rig.DiscoverAsync(new(MaxPages: 100, MaxPerTemplate: 100, PageTimeoutSeconds: pageSeconds, TryControls: tryControls), target: new(site.Url, $"group/{string.Join(',', names)}"))
                .WaitAsync(bound, TestContext.Current.CancellationToken);
            during = [.. Descendants.Living().Except(before)];
        }

        map.Interrupted.ShouldBeFalse();
        for (var i = 0; i < 50 && during.Any(Descendants.Lives); i++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        during.Where(Descendants.Lives).Select(Descendants.CommandLine).ShouldBeEmpty();
        return names.Select(n => (Name: n, Fault: Fault(map, n))).Where(f => f.Fault is not null).ToDictionary(f => f.Name, f => f.Fault!);
    }

    private static string? Fault(SiteMap map, string name)
    {
        if (At(map, $"/after/{name}") is not { Outcome: PageOutcome.Ok })
        {
            return $"{name}: the page behind it was lost";
        }

        var wanted = HostileCase.All.Single(c => c.Name == name).Outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var skipped = map.Skipped.FirstOrDefault(s => s.What.EndsWith($"/case/{name}", StringComparison.Ordinal));
        return At(map, $"/case/{name}") is not { } page
            ? wanted.Contains("Skipped") && skipped is not null ? null : $"{name}: not on the map, skipped {skipped}"
            : wanted.Contains(page.Outcome.ToString()) && (page.Outcome == PageOutcome.Ok || page.OutcomeDetail is { Length: > 0 })
                ? null
                : $"{name}: {page.Outcome} {page.Status} {page.OutcomeDetail}, not {string.Join(" or ", wanted)}";
    }

    private static SitePage? At(SiteMap map, string path) =>
        map.Pages.FirstOrDefault(p => new Uri(p.Url).AbsolutePath == path || p.Duplicates.Any(d => new Uri(d).AbsolutePath == path));
}
