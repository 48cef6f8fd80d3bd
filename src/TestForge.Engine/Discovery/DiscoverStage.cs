using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery.Api;
using TestForge.Engine.Steps;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Explores an application and makes its map.</summary>
internal sealed partial class DiscoverStage(
    BrowserHost browser,
    SessionStates sessions,
    IArtifactStore artifacts,
    IRunEvents events,
    IOptions<DiscoveryOptions> options,
    TimeProvider clock,
    ILogger<DiscoverStage> logger) : IStage<DiscoverInput, DiscoverOutput>
{
    public async Task<DiscoverOutput> ExecuteAsync(DiscoverInput input, CancellationToken cancellationToken)
    {
        using var budget = new CrawlBudget(input.Limits, clock);
        var watch = new SiteWatch(input.Target);
        SiteMap map;
        await using (var tabs = Open(input, budget, watch, pictures: true))
        {
            map = await new Crawl(input, events, clock, budget) { NamedInFiles = watch.NamedInFiles }.RunAsync(tabs, cancellationToken);
        }

        // The tabs have given their memory back; what follows looks at the pages many times.
        map = map with { Pages = [.. map.Pages], States = [.. map.States] };

        if (input.Roles is { Count: > 1 } && map.Pages.Count > 0 && !map.Interrupted && budget.Spent is null)
        {
            var roles = new RoleComparison(input, events, clock, budget, (role, pictures) => Open(role, budget, new SiteWatch(role.Target), pictures));
            map = map with { Roles = await roles.CompareAsync(map, cancellationToken), Interrupted = cancellationToken.IsCancellationRequested };
        }

        map = watch.Complete(map);
        var readable = map.Pages.Count(p => p.Outcome == PageOutcome.Ok);
        if (readable == 0 && map.Pages is [var start, ..] && !map.Interrupted)
        {
            events.Publish(new RunEvent.RunWarning("target.unusable", $"{SecretsInUrls.Hide(start.Url)} cannot be tested: {start.OutcomeDetail}."));
        }

        LogFinished(input.RunId, readable, map.Stats.Visited, map.Stats.Milliseconds);
        var reference = await artifacts.PutJsonAsync(ArtifactKinds.SiteMap, map, CancellationToken.None);
        var openApi = OpenApiText.Of(map) is { } api ? await artifacts.PutJsonAsync(ArtifactKinds.OpenApi, api, CancellationToken.None) : null;
        return new(reference, readable, map.Interrupted, openApi);
    }

    private CrawlTabs Open(DiscoverInput input, CrawlBudget budget, SiteWatch watch, bool pictures)
    {
        var most = Math.Clamp(options.Value.MostTabs, 1, Math.Max(1, input.Limits.MaxPages));
        var limit = new TabLimit(options.Value.EffectiveTabs, most, new MachineLoad.Meter().Look, clock);
        var session = new CrawlSession(sessions, input, events);
        var values = new ValueMaker(input.Seed);
        return new([.. Enumerable.Range(0, most).Select(_ => new Visitor(browser, session, artifacts, input.Limits, values, clock, watch, budget, pictures))], limit);
    }

    [LoggerMessage(1101, LogLevel.Information, "Run {RunId}: discovery kept {Pages} pages of {Visited} visited in {Milliseconds} ms")]
    private partial void LogFinished(Guid runId, int pages, int visited, long milliseconds);
}
