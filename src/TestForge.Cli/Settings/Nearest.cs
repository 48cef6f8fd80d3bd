namespace TestForge.Cli.Settings;

/// <summary>Finds the known name a person most likely meant.</summary>
internal static class Nearest
{
    public static string To(string wrong, IEnumerable<string> known) =>
        known.OrderBy(k => Distance(Plain(wrong), Plain(k))).ThenBy(k => k, StringComparer.Ordinal).First();

    /// <summary>Spelling styles are no difference: <c>max-pages</c> is next to <c>maxPages</c>.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Edit distance in which swapping two neighbours costs one (Damerau 1964, restricted form).</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(change, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
