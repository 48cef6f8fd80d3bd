using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
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
        var tabs = Math.Clamp(options.Value.EffectiveTabs, 1, Math.Max(1, input.Limits.MaxPages));
        var values = new ValueMaker(input.Seed);
        var session = new CrawlSession(sessions, input, events);
        var visitors = Enumerable.Range(0, tabs).Select(_ => new Visitor(browser, session, artifacts, input.Limits, values, clock)).ToArray();
        SiteMap map;
        try
        {
            map = await new Crawl(input, events, clock).RunAsync(visitors, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(visitors.Select(v => v.DisposeAsync().AsTask()));
        }

        var readable = map.Pages.Count(p => p.Outcome == PageOutcome.Ok);
        if (readable == 0 && map.Pages is [var start, ..] && !map.Interrupted)
        {
            events.Publish(new RunEvent.RunWarning("target.unusable", $"{SecretsInUrls.Hide(start.Url)} cannot be tested: {start.OutcomeDetail}."));
        }

        LogFinished(input.RunId, readable, map.Stats.Visited, map.Stats.Milliseconds);
        var reference = await artifacts.PutJsonAsync(ArtifactKinds.SiteMap, map, CancellationToken.None);
        return new(reference, readable, map.Interrupted);
    }

    [LoggerMessage(1101, LogLevel.Information, "Run {RunId}: discovery kept {Pages} pages of {Visited} visited in {Milliseconds} ms")]
    private partial void LogFinished(Guid runId, int pages, int visited, long milliseconds);
}
