using TestForge.Engine.Goals.Live;

namespace TestForge.Engine.Goals.Literal;

/// <summary>Names the controls of a page that somebody may have meant who called one by a name that none has.</summary>
internal static class NearestControls
{
    private const int MaxTold = 4;
    private const int MaxName = 60;

    /// <summary>Such as <c>; there are "Email address", "Password"</c>, the nearest first.</summary>
    /// <param name="wanted">The name that none has.</param>
    /// <param name="fitting">Controls that could be used so.</param>
    /// <param name="all">All controls of the page.</param>
    public static string Told(string wanted, IReadOnlyList<EvidenceElement> fitting, IReadOnlyList<EvidenceElement> all)
    {
        if (all.FirstOrDefault(e => !fitting.Contains(e) && string.Equals(e.Name.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            return $"; {Short(other.Name)} is a {other.Role}";
        }

        string[] names = [.. fitting.Select(e => e.Name).Where(n => n.Length > 0).Distinct().OrderByDescending(n => Likeness(wanted, n)).Take(MaxTold).Select(Short)];
        return names switch
        {
            [] => "; the page has none",
            [var only] => $"; there is {only}",
            _ => $"; there are {string.Join(", ", names)}",
        };
    }

    private static string Short(string name) => EvidenceText.Quoted(name.Length > MaxName ? $"{name[..MaxName]}…" : name);

    /// <summary>Pairs of letters in common over all pairs (Dice), which neither order of words nor endings undo.</summary>
    private static double Likeness(string one, string other)
    {
        var (first, second) = (Pairs(one), Pairs(other));
        return first.Count + second.Count == 0 ? 0 : 2.0 * first.Intersect(second).Count() / (first.Count + second.Count);
    }

    private static HashSet<string> Pairs(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.Length < 2 ? [letters] : [.. Enumerable.Range(0, letters.Length - 1).Select(i => letters.Substring(i, 2))];
    }
}
