using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
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
        var map = await CrawlAsync(input, cancellationToken);
        var readable = map.Pages.Count(p => p.Outcome == PageOutcome.Ok);
        if (readable == 0 && map.Pages is [var start, ..] && !map.Interrupted)
        {
            events.Publish(new RunEvent.RunWarning("target.unusable", $"{SecretsInUrls.Hide(start.Url)} cannot be tested: {start.OutcomeDetail}."));
        }

        LogFinished(input.RunId, readable, map.Stats.Visited, map.Stats.Milliseconds);
        var reference = await artifacts.PutJsonAsync(ArtifactKinds.SiteMap, map, CancellationToken.None);
        return new(reference, readable, map.Interrupted);
    }

    private async Task<SiteMap> CrawlAsync(DiscoverInput input, CancellationToken cancellationToken)
    {
        var tabs = Tabs(input);
        try
        {
            var first = await FirstAsync(tabs[0], input, cancellationToken);
            if (first?.Url is { } final && !StartPage.IsSameOrigin(input.Target, final))
            {
                return await CrawlElsewhereAsync(input, final, cancellationToken);
            }

            return await new Crawl(input, first, events, clock).RunAsync(tabs, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(tabs.Select(v => v.DisposeAsync().AsTask()));
        }
    }

    /// <summary>A target that sends its visitors to its own host under another address is tested there; one that sends them to others is not tested at all.</summary>
    private async Task<SiteMap> CrawlElsewhereAsync(DiscoverInput input, Uri final, CancellationToken cancellationToken)
    {
        if (!StartPage.IsSameSite(input.Target, final))
        {
            events.Publish(new RunEvent.RunWarning(
                "target.redirects_elsewhere",
                $"{SecretsInUrls.Hide(input.Target.AbsoluteUri)} sends its visitors to {final.GetLeftPart(UriPartial.Authority)}. Give that address if it is the application to test."));
            var refused = new VisitedPage(PageOutcome.Refused, $"it redirects to another site, {final.GetLeftPart(UriPartial.Authority)}") { Url = input.Target };
            return await new Crawl(input, refused, events, clock).RunAsync(Tabs(input), cancellationToken);
        }

        events.Publish(new RunEvent.RunWarning("target.redirected", $"The application lives at {final.GetLeftPart(UriPartial.Authority)}; it is tested there."));
        var moved = input with { Target = final };
        var tabs = Tabs(moved);
        try
        {
            return await new Crawl(moved, first: null, events, clock).RunAsync(tabs, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(tabs.Select(v => v.DisposeAsync().AsTask()));
        }
    }

    private Visitor[] Tabs(DiscoverInput input)
    {
        var count = Math.Clamp(options.Value.EffectiveTabs, 1, Math.Max(1, input.Limits.MaxPages));
        return [.. Enumerable.Range(0, count).Select(_ => new Visitor(browser, sessions, artifacts, input))];
    }

    private static async Task<VisitedPage?> FirstAsync(Visitor tab, DiscoverInput input, CancellationToken cancellationToken)
    {
        try
        {
            return await tab.VisitAsync(Crawl.StartOf(input), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    [LoggerMessage(1101, LogLevel.Information, "Run {RunId}: discovery kept {Pages} pages of {Visited} visited in {Milliseconds} ms")]
    private partial void LogFinished(Guid runId, int pages, int visited, long milliseconds);
}
