using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Technologies;

/// <summary>Looks at the first pages of a crawl for what they were made with. After those another page tells nothing new.</summary>
internal sealed class TechnologyProbe(Uri target)
{
    private const int PagesEnough = 10;
    private const int MaxAnswer = 100_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly TechnologyLog _log = new();
    private int _pages;

    public IReadOnlyList<TechnologyHint> Found => _log.Found;

    /// <summary>Looks at what the tab shows; a page that does not answer in a second is left.</summary>
    public async Task LookAsync(BrowserSession session, VisitedPage visited)
    {
        if (visited.Outcome != PageOutcome.Ok || visited.Url is not { } url || !TargetMoves.SameSite(target, url) || Interlocked.Increment(ref _pages) > PagesEnough)
        {
            return;
        }

        try
        {
            _log.AddHeaders(session.Recorder.Document?.Headers ?? []);
            var cookies = session.Context.CookiesAsync([url.AbsoluteUri]);
            if (await Bounded.TryAsync(cookies, Limit))
            {
                _log.AddCookies((await cookies).Select(c => c.Name));
            }

            var reading = session.Page.EvaluateAsync<string?>(PageScripts.Technology);
            if (await Bounded.TryAsync(reading, Limit) && await reading is { Length: < MaxAnswer } text
                && JsonSerializer.Deserialize<TechnologySigns>(text, ArtifactJson.Compact) is { } signs)
            {
                _log.AddPage(signs);
            }
        }
        catch (Exception e) when (e is PlaywrightException or JsonException)
        {
            // The page is gone, or answers what it likes.
        }
    }
}
