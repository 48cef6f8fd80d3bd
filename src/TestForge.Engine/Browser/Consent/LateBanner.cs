using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser.Consent;

/// <summary>Waits for a banner that comes when the page has long been still, as those of consent services and tag managers do.</summary>
internal static class LateBanner
{
    private const string IsAnnounced = "() => performance.getEntriesByType('resource').some((r) => "
        + @"/cookie|consent|gdpr|[\W_]cmp[\W_]|onetrust|usercentrics|didomi|trustarc|quantcast|iubenda|klaro|tarteaucitron|osano|termly|fundingchoices|tagmanager|\/gtm\.js/i.test(r.name))";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether the page has loaded something that brings such banners, and something lies over it within the limit.</summary>
    public static async Task<bool> ComesAsync(IPage page, CancellationToken cancellationToken)
    {
        try
        {
            if (!await page.EvaluateAsync<bool>(IsAnnounced).WaitAsync(Limit, cancellationToken))
            {
                return false;
            }

            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Limit; await Task.Delay(Pause, cancellationToken))
            {
                var overlays = await page.EvaluateAsync<string>(PageScripts.Overlay).WaitAsync(Limit, cancellationToken);
                if (JsonSerializer.Deserialize<FactsOverlay[]>(overlays, ArtifactJson.Compact) is { Length: > 0 })
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // The page has gone on to another; what is over it is seen when that is read.
            cancellationToken.ThrowIfCancellationRequested();
        }

        return false;
    }
}
