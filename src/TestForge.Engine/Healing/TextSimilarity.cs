namespace TestForge.Engine.Healing;

/// <summary>How alike two texts are, from 0 to 1.</summary>
internal static class TextSimilarity
{
    private static readonly char[] Separators = [' ', '-', '_', '.', '/', ':', ',', ';', '(', ')', '[', ']', '|'];

    /// <summary>1 minus the Levenshtein distance over the longer length, case ignored.</summary>
    public static double Edit(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return one.Length == other.Length ? 1 : 0;
        }

        var distance = Distance(one.ToLowerInvariant(), other.ToLowerInvariant());
        return 1.0 - ((double)distance / Math.Max(one.Length, other.Length));
    }

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

    private static int Distance(string one, string other)
    {
        var previous = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
