using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>
/// Decides which pages look alike. Same structure at addresses that differ in numbers only is the same page with other
/// data. Same structure at addresses that differ in words may be another page (About, Contact), so a few of those are
/// kept first, and more where words alone tell the pages of a folder apart. A page with a fault is like none without.
/// Safe for use from several threads.
/// </summary>
internal sealed class PageLikeness
{
    /// <summary>Pages of one template and structure kept before the rest are merged: enough to compare, too few to drown in.</summary>
    private const int KeptAlike = 3;

    /// <summary>Pages of one folder and structure kept before the rest are merged, as the products of a shop are.</summary>
    private const int KeptInFolder = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byTemplate = [];
    private readonly Dictionary<string, List<int>> _byShape = [];
    private readonly Dictionary<string, List<int>> _byFolder = [];

    /// <summary>Whether a page is like those that are kept already, so that nothing more of it is needed. Once true it stays true.</summary>
    public bool Knows(VisitedPage page)
    {
        if (page is not { Url: { } url, Facts: { Fingerprint.Length: > 0 } facts })
        {
            return false;
        }

        var troubled = Troubled(facts.BrokenImages, page.FailedRequests, page.Console, page.MixedContent);
        lock (_gate)
        {
            return LikeOf(new(url, $"{facts.Fingerprint} {page.Status} {facts.Code} {troubled}")) is not null;
        }
    }

    /// <summary>Returns the number of the kept page that this one is like, or null, and then this one is kept under the number given.</summary>
    public int? Place(Uri url, SitePage page, string? code, int number)
    {
        if (page.Fingerprint.Length == 0)
        {
            return null;
        }

        var keys = new Keys(url, $"{page.Fingerprint} {page.Status} {code} {Troubled(page.BrokenImages, page.FailedRequests, page.Console, page.MixedContent)}");
        lock (_gate)
        {
            if (LikeOf(keys) is { } like)
            {
                return like;
            }

            _byTemplate[keys.Template] = number;
            Kept(_byShape, keys.Shape).Add(number);
            Kept(_byFolder, keys.Folder).Add(number);
            return null;
        }
    }

    private int? LikeOf(Keys keys) => keys switch
    {
        _ when _byTemplate.TryGetValue(keys.Template, out var index) => index,
        _ when Kept(_byShape, keys.Shape) is { Count: >= KeptAlike } alike => alike[0],
        _ when Kept(_byFolder, keys.Folder) is { Count: >= KeptInFolder } alike => alike[0],
        _ => null,
    };

    private static List<int> Kept(Dictionary<string, List<int>> kept, string key) =>
        kept.TryGetValue(key, out var numbers) ? numbers : kept[key] = [];

    private static bool Troubled(IReadOnlyList<string> brokenImages, IReadOnlyList<FailedRequest> failed, IReadOnlyList<ConsoleEntry> console, IReadOnlyList<string> mixed) =>
        brokenImages.Count + failed.Count + console.Count + mixed.Count > 0;

    private readonly record struct Keys(string Template, string Shape, string Folder)
    {
        public Keys(Uri url, string look)
            : this($"{UrlShape.Template(url)} {look}", $"{UrlShape.Of(url)} {look}", $"{UrlShape.Folder(url)} {look}")
        {
        }
    }
}
