using TestForge.Engine.Browser;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Compares the visible elements of a page as explored with those at the time of a failure, as assistive technology would name them.</summary>
internal static class PageDifferences
{
    private const int MaxOfAKind = 25;

    public static PageDifference? Between(SitePage? explored, PageFacts? now)
    {
        if (explored is null || now is null || explored.Elements.Count == 0)
        {
            return null;
        }

        List<ElementFingerprint> before = [.. explored.Elements.Where(e => e.Visible).Select(e => e.Print)];
        List<ElementFingerprint> after = [.. now.Elements.Where(e => e.Visible).Select(e => e.Print)];
        var same = Pair(before, after, Words).Count;
        var changed = Pair(before, after, p => $"{p.Tag} {p.Path} {p.Css}").Select(pair => new ChangedElement(Words(pair.Before), Words(pair.After))).ToArray();
        return new()
        {
            Removed = [.. before.Take(MaxOfAKind).Select(Words)],
            Added = [.. after.Take(MaxOfAKind).Select(Words)],
            Changed = [.. changed.Take(MaxOfAKind)],
            Same = same,
            LeftOut = new[] { before.Count, after.Count, changed.Length }.Sum(n => Math.Max(0, n - MaxOfAKind)),
        };
    }

    /// <summary>Takes out of both lists what has the same key, each once.</summary>
    private static List<(ElementFingerprint Before, ElementFingerprint After)> Pair(List<ElementFingerprint> before, List<ElementFingerprint> after, Func<ElementFingerprint, string> key)
    {
        var waiting = after.GroupBy(key).ToDictionary(g => g.Key, g => new Queue<ElementFingerprint>(g), StringComparer.Ordinal);
        List<(ElementFingerprint, ElementFingerprint)> pairs = [];
        foreach (var print in before)
        {
            if (waiting.TryGetValue(key(print), out var found) && found.TryDequeue(out var partner))
            {
                pairs.Add((print, partner));
            }
        }

        before.RemoveAll(pairs.Select(p => p.Item1).ToHashSet(ReferenceEqualityComparer.Instance).Contains);
        after.RemoveAll(pairs.Select(p => p.Item2).ToHashSet(ReferenceEqualityComparer.Instance).Contains);
        return pairs;
    }

    private static string Words(ElementFingerprint p)
    {
        string?[] facts =
        [
            p.Role.Length > 0 ? p.Role : p.Tag,
            Quoted(p.Name.Length > 0 ? p.Name : p.Text),
            p.TestId is null ? null : $"test id {p.TestId}",
            p.Id is null ? null : $"id {p.Id}",
            p.Type is null ? null : $"type {p.Type}",
            p.Href is null ? null : $"to {PlainText.Clip(p.Href, 120)}",
        ];
        return string.Join(", ", facts.Where(f => !string.IsNullOrEmpty(f)));
    }

    private static string? Quoted(string? text) => string.IsNullOrEmpty(text) ? null : $"“{PlainText.Clip(text, 120)}”";
}
