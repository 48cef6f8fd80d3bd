using TestForge.Engine.Browser;
using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Naming;

/// <summary>Gives each page the name a person would use: Home page, Login page.</summary>
internal static class PageNames
{
    private const int MaxWords = 3;
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", ": "];

    public static IReadOnlyDictionary<string, string> For(IReadOnlyList<SitePage> pages, Uri target, SiteData data)
    {
        var siteWords = SiteWords(pages);
        var names = new Dictionary<string, string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in pages)
        {
            names[page.Id] = Candidates(page, target, siteWords, data).Select(Finish).FirstOrDefault(taken.Add)
                ?? Numbered(Finish(Candidates(page, target, siteWords, data).First()), taken);
        }

        return names;
    }

    private static IEnumerable<string> Candidates(SitePage page, Uri target, HashSet<string> siteWords, SiteData data)
    {
        var path = TargetPaths.Relative(target, page.Url) ?? "/";
        if (path is "/" or "" || page.Depth == 0)
        {
            yield return "Home";
        }

        // "Boat page" for /boats/6: which boat it shows is data.
        if (data.IsRecordPage(page.Id) && RecordKind(path) is { } kind)
        {
            yield return kind;
        }

        var parts = Parts(page.Title);
        foreach (var part in parts.Where(p => !siteWords.Contains(p) && IsShort(p)))
        {
            yield return part;
        }

        var headings = page.Headings.Where(h => h.Level == 1).Select(h => h.Text).ToArray();
        foreach (var heading in headings.Where(h => IsShort(h) && !siteWords.Contains(h)))
        {
            yield return heading;
        }

        var segments = path.Split(['/', '?', '#', '&', '='], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(s => PageText.Clean(Uri.UnescapeDataString(s).Replace('-', ' ').Replace('_', ' '), 40)).Where(s => s.Length > 0).ToArray();
        if (segments.Length > 0)
        {
            yield return segments[^1];
        }

        if (segments.Length > 1)
        {
            yield return $"{segments[^2]} {segments[^1]}";
        }

        yield return parts.Concat(headings).FirstOrDefault(p => p.Length > 0 && VolatileText.Reason(p) is null) ?? "Unnamed";
    }

    private static string? RecordKind(string path)
    {
        var words = path.Split(['/', '?', '#', '&', '='], StringSplitOptions.RemoveEmptyEntries);
        var kind = words.Length > 1 ? words[^2].Replace('-', ' ').Replace('_', ' ') : "";
        return kind.Length > 3 && kind.All(c => char.IsLetter(c) || c == ' ') ? kind.EndsWith("ies", StringComparison.Ordinal) ? kind[..^3] + "y" : kind.TrimEnd('s') : null;
    }

    // "Acme Shop" in "Basket – Acme Shop" names the site, not the page.
    private static HashSet<string> SiteWords(IReadOnlyList<SitePage> pages) =>
        [.. pages.SelectMany(p => Parts(p.Title).Distinct())
            .GroupBy(part => part).Where(g => pages.Count > 2 && g.Count() * 2 > pages.Count).Select(g => g.Key)];

    // "start [Acme Wiki]" has two parts, as "start - Acme Wiki" has.
    private static string[] Parts(string title) => title.Replace(" [", " | ", StringComparison.Ordinal).TrimEnd(']')
        .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A name with a clock or a random number in it would be another one in each run.
    private static bool IsShort(string text) => VolatileText.Reason(text) is null && text.Length is > 1 and <= 40 && text.Split(' ').Length <= MaxWords + 1;

    private static string Finish(string text)
    {
        var words = PageText.Clean(text, 60).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords + 1).ToList();
        if (words.Count > 0 && words[^1].Equals("page", StringComparison.OrdinalIgnoreCase))
        {
            words.RemoveAt(words.Count - 1);
        }

        var kept = string.Join(' ', words.Take(MaxWords));
        kept = kept.Length == 0 ? "Unnamed" : char.ToUpperInvariant(kept[0]) + kept[1..];
        return $"{kept} page";
    }

    private static string Numbered(string name, HashSet<string> taken)
    {
        var stem = name[..^" page".Length];
        for (var i = 2; ; i++)
        {
            if (taken.Add($"{stem} {i} page"))
            {
                return $"{stem} {i} page";
            }
        }
    }
}
