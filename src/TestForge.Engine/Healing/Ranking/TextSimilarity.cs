namespace TestForge.Engine.Healing.Ranking;

/// <summary>Compares the words of two texts.</summary>
internal static class TextSimilarity
{
    private static readonly char[] Separators = [' ', '-', '_', '.', '/', ':', ',', ';', '(', ')', '[', ']', '|'];

    /// <summary>Shared words over all words (Jaccard), case ignored.</summary>
    public static double Words(string one, string other)
    {
        var first = WordsOf(one);
        var second = WordsOf(other);
        var union = first.Union(second).Count();
        return union == 0 ? 1 : (double)first.Intersect(second).Count() / union;
    }

    /// <summary>True when one text has all the words of the other.</summary>
    public static bool Contains(string one, string other)
    {
        var first = WordsOf(one);
        var second = WordsOf(other);
        return first.Count > 0 && second.Count > 0 && (first.IsSubsetOf(second) || second.IsSubsetOf(first));
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
}
