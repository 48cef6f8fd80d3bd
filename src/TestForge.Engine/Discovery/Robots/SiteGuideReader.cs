using System.Text;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Robots;

/// <summary>Reads robots.txt and the sitemaps of an application.</summary>
internal sealed class SiteGuideReader(CrawlScope scope, CrawlLimits limits)
{
    /// <summary>As much of a robots.txt as RFC 9309 asks crawlers to read at least.</summary>
    private const int MaxRobotsBytes = 500 * 1024;

    private const int MaxSitemapBytes = 10 * 1024 * 1024;
    private const int MaxSitemaps = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private int MostPages => Math.Max(200, limits.MaxPages * 4);

    /// <summary>Reads them through a tab. What cannot be read is as if it were not there.</summary>
    public async Task<SiteGuide> ReadAsync(IPage page, Uri origin, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        var guide = new SiteGuide(null, [], [], 0);
        try
        {
            await using var loader = await FileLoader.AttachAsync(page, limited.Token);
            var robots = await loader.LoadAsync(new(origin, "/robots.txt"), MaxRobotsBytes, limited.Token);
            guide = guide with { Rules = robots.Status is >= 200 and < 300 ? RobotsRules.Parse(Encoding.UTF8.GetString(robots.Body)) : null };
            await foreach (var (address, sitemap) in SitemapsAsync(loader, origin, guide.Rules, limited.Token))
            {
                guide = With(guide, address, sitemap);
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Without them the links alone lead on.
        }

        return guide;
    }

    private static async IAsyncEnumerable<(Uri Address, Sitemap Sitemap)> SitemapsAsync(FileLoader loader, Uri origin, RobotsRules? rules, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Queue<Uri>(rules?.Sitemaps.Select(s => Own(s, origin)).OfType<Uri>().DefaultIfEmpty(new(origin, "/sitemap.xml")) ?? [new(origin, "/sitemap.xml")]);
        var seen = new HashSet<string>();
        while (seen.Count < MaxSitemaps && waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address.AbsoluteUri))
            {
                continue;
            }

            var file = await loader.LoadAsync(address, MaxSitemapBytes, cancellationToken);
            if (file.Status is < 200 or >= 300)
            {
                continue;
            }

            var sitemap = Sitemap.Read(file.Body, MaxSitemapBytes);
            foreach (var further in sitemap.Sitemaps.Select(s => Own(s, origin)).OfType<Uri>().Take(MaxSitemaps))
            {
                waiting.Enqueue(further);
            }

            yield return (address, sitemap);
        }
    }

    private SiteGuide With(SiteGuide guide, Uri address, Sitemap sitemap)
    {
        // A page that answers in place of a missing sitemap lists nothing.
        if (sitemap.Pages.Count + sitemap.Sitemaps.Count == 0)
        {
            return guide;
        }

        var known = guide.Pages.ToHashSet();
        var found = sitemap.Pages.Select(UrlNormalForm.Parse).OfType<Uri>().Where(u => scope.Contains(u) && known.Add(u)).ToArray();
        var kept = found.Take(MostPages - guide.Pages.Count).ToArray();
        return guide with { Pages = [.. guide.Pages, .. kept], Sitemaps = [.. guide.Sitemaps, address], Omitted = guide.Omitted + found.Length - kept.Length };
    }

    // A sitemap elsewhere may be true, but nobody here has said that we may ask there.
    private static Uri? Own(string address, Uri origin) =>
        Uri.TryCreate(origin, address, out var url) && TargetMoves.SameOrigin(url, origin) ? url : null;
}
