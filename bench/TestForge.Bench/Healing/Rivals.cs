using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>The published arithmetic of others, on the properties that a file of pairs has.</summary>
internal static class Rivals
{
    /// <summary>Similo as first published (Nass, Alégroth, Feldt, Leotta, Ricca, TOSEM 2023): weights of 1.5 and 0.5, location within 100 px.</summary>
    public static double Similo(PairElement target, PairElement candidate)
    {
        var (t, c) = (target.Print, candidate.Print);
        return (1.5 * (Same(t.Tag, c.Tag) + Same(t.NameAttribute, c.NameAttribute) + Same(t.Id, c.Id) + Edit(t.Text, c.Text) + WordsOf(t.NeighbourText, c.NeighbourText)))
            + (0.5 * (Edit(string.Join(' ', t.Classes), string.Join(' ', c.Classes)) + Edit(t.Href, c.Href) + Same(t.Alt, c.Alt) + Edit(t.XPath, c.XPath)
                + Edit(target.IdXPath, candidate.IdXPath) + (target.IsButton == candidate.IsButton ? 1 : 0)
                + (Math.Max(0, 100 - Distance(t.Box, c.Box)) / 100) + Ratio(Area(t.Box), Area(c.Box)) + Ratio(Shape(t.Box), Shape(c.Box))));
    }

    /// <summary>Similo with the tuned weights of its replication package.</summary>
    public static double SimiloTuned(PairElement target, PairElement candidate)
    {
        var (t, c) = (target.Print, candidate.Print);
        return (2.85 * Edit(t.NameAttribute, c.NameAttribute)) + (2.8 * Edit(t.Text, c.Text)) + (2.75 * Same(t.Type, c.Type)) + (1.85 * Edit(t.Alt, c.Alt))
            + (1.45 * WordsOf(t.NeighbourText, c.NeighbourText)) + (1.2 * Math.Exp(-0.005 * Distance(t.Box, c.Box))) + (0.95 * Edit(t.Href, c.Href))
            + (0.8 * Same(t.Tag, c.Tag)) + (0.5 * Edit(t.Id, c.Id)) + (0.45 * Edit(target.IdXPath, candidate.IdXPath)) + (0.35 * Ratio(Area(t.Box), Area(c.Box)))
            + (0.1 * Edit(t.XPath, c.XPath));
    }

    /// <summary>
    /// Healenium's comparison of nodes (tree-comparing): 100 points each for the tag and the longest common subsequence of the paths, 50 for the id,
    /// 40 for classes, 30 each for text and other attributes. The files have no attributes of ancestors, so paths are compared by tag and position.
    /// </summary>
    public static double Healenium(PairElement target, PairElement candidate)
    {
        var (t, c) = (target.Print, candidate.Print);
        string[] mine = (t.XPath ?? "").Split('/'), its = (c.XPath ?? "").Split('/');
        var common = (double)CommonSteps(mine, its) / mine.Length;
        if (mine.Length > 5 && common < 0.7)
        {
            return 0;
        }

        var all = t.Classes.Union(c.Classes).Count();
        var classes = all == 0 ? 1 : (double)t.Classes.Intersect(c.Classes).Count() / all;
        (string? Mine, string? Its)[] others = [(t.NameAttribute, c.NameAttribute), (t.Type, c.Type), (t.Href, c.Href), (t.Alt, c.Alt), (t.Title, c.Title), (t.Placeholder, c.Placeholder)];
        var present = others.Where(o => o.Mine is not null || o.Its is not null).ToArray();
        var attributes = present.Length == 0 ? 1 : present.Average(o => o.Mine is null || o.Its is null ? 0 : Near(o.Mine, o.Its, 0.75));
        return ((100 * common) + (100 * Same(t.Tag, c.Tag)) + (t.Id is { } id && c.Id is { } other ? 50 * Near(id, other, 0.3) : 0)
            + (30 * Near(t.Text ?? "", c.Text ?? "", 0.3)) + (40 * classes) + (30 * attributes)) / 350;
    }

    private static int CommonSteps(string[] one, string[] other)
    {
        var longest = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                longest[i, j] = one[i - 1] == other[j - 1] ? longest[i - 1, j - 1] + 1 : Math.Max(longest[i - 1, j], longest[i, j - 1]);
            }
        }

        return longest[one.Length, other.Length];
    }

    private static double Near(string one, string other, double most)
    {
        var likeness = one.Length + other.Length == 0 ? 1 : Edit(one, other);
        return 1 - likeness > most ? 0 : likeness;
    }

    private static double Same(string? one, string? other) => !string.IsNullOrEmpty(one) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    private static double Edit(string? one, string? other) =>
        string.IsNullOrEmpty(one) || string.IsNullOrEmpty(other) ? 0 : new EditPattern(one.ToLowerInvariant()).Likeness(other.ToLowerInvariant());

    private static double WordsOf(string? one, string? other) =>
        string.IsNullOrEmpty(one) ? 0 : WordSet.Of(one.Split(' ')).Likeness(WordSet.Of((other ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static double Distance(ElementBox one, ElementBox other) => double.Hypot(one.X - other.X, one.Y - other.Y);

    private static double Area(ElementBox box) => box.Width * box.Height;

    private static double Shape(ElementBox box) => box.Height <= 0 ? 0 : box.Width / box.Height;

    private static double Ratio(double one, double other) => Math.Max(one, other) <= 0 ? 0 : Math.Min(one, other) / Math.Max(one, other);
}
