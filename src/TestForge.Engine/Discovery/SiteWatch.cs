using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery.Addresses;
using TestForge.Engine.Discovery.Api;
using TestForge.Engine.Discovery.Flows;
using TestForge.Engine.Discovery.Technologies;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>What a crawl learns of the application beside its pages. One for all tabs.</summary>
internal sealed class SiteWatch(Uri target)
{
    private readonly ApiLog _calls = new(target);
    private readonly SourceReader _sources = new(new());
    private ConsentBanner? _consent;
    private readonly TechnologyProbe _technologies = new(target);

    /// <summary>Watches a tab; to be settled before its page is left.</summary>
    public TabWatch Attach(IBrowserContext context)
    {
        var watch = new TabWatch(new(_calls), new(_sources.Log));
        watch.Attach(context);
        return watch;
    }

    /// <summary>Addresses that files of the application name, each told once.</summary>
    public IReadOnlyList<Uri> NamedInFiles() => _sources.Log.Take();

    /// <summary>Looks at the page that a tab has just opened.</summary>
    public Task LookAsync(BrowserSession session, VisitedPage visited)
    {
        Note(visited.Consent);
        return Task.WhenAll(_technologies.LookAsync(session, visited), _sources.LookAsync(session, visited));
    }

    /// <summary>Notes a consent banner that was answered; the first one is told.</summary>
    public void Note(ConsentBanner? consent) => Interlocked.CompareExchange(ref _consent, consent, null);

    /// <summary>The map with what was learned.</summary>
    public SiteMap Complete(SiteMap map)
    {
        var seen = map with { ApiCalls = _calls.Calls(map.Pages), ThirdPartyCalls = _calls.ThirdParty, Technologies = _technologies.Found, Consent = _consent };
        return seen with { Flows = BusinessFlows.Of(seen) };
    }
}
