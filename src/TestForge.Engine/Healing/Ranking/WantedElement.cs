using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>The element that is looked for, prepared for comparing it with every element of a page. Not safe for threads.</summary>
internal sealed class WantedElement
{
    /// <summary>Decay of the location's likeness per CSS pixel, from Similo.</summary>
    private const double LocationDecay = 0.005;

    /// <summary>After the shift of what is around has been allowed for, a few pixels count.</summary>
    private const double ShiftedDecay = 0.02;

    private const double Undecided = 0.5;

    private readonly IndexedElement _own;
    private readonly (Signal Signal, EditPattern Pattern, Func<IndexedElement, string> Text)[] _edits;

    public WantedElement(ElementFingerprint print)
    {
        _own = new(print);
        (Signal, Func<IndexedElement, string>)[] texts =
        [
            (Signal.TestId, e => e.TestId), (Signal.NameAttribute, e => e.NameAttribute), (Signal.Name, e => e.Name), (Signal.Label, e => e.Label),
            (Signal.Alt, e => e.Alt), (Signal.Placeholder, e => e.Placeholder), (Signal.Title, e => e.Title), (Signal.Text, e => e.Text),
            (Signal.Href, e => e.WrittenHref), (Signal.Id, e => e.Id),
        ];
        _edits = [.. texts.Where(t => t.Item2(_own).Length > 0 && (t.Item1 != Signal.Href || _own.Href.Length > 0)).Select(t => (t.Item1, new EditPattern(t.Item2(_own)), t.Item2))];
    }

    public ElementFingerprint Print => _own.Print;

    /// <summary>How far the elements around it have moved, in CSS pixels; null while that is not known.</summary>
    public (double X, double Y)? Shift { get; init; }

    /// <summary>Writes the likeness by each signal; what the wanted element lacks says nothing and is not a number.</summary>
    /// <param name="other">The element compared.</param>
    /// <param name="likeness">One place for each signal.</param>
    public void Compare(IndexedElement other, PageIndex page, Span<double> likeness)
    {
        likeness.Fill(double.NaN);
        foreach (var (signal, pattern, text) in _edits)
        {
            likeness[(int)signal] = pattern.Likeness(text(other));
        }

        var (mine, its) = (Print, other.Print);
        Same(likeness, Signal.SameId, _own.Id, other.Id);
        Same(likeness, Signal.Type, mine.Type ?? "", its.Type ?? "");
        Same(likeness, Signal.Role, mine.Role, its.Role);
        likeness[(int)Signal.Tag] = string.Equals(mine.Tag, its.Tag, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        Words(likeness, Signal.TextWords, _own.TextWords, other.TextWords);
        Words(likeness, Signal.NeighbourWords, _own.NeighbourWords, other.NeighbourWords);
        Words(likeness, Signal.Classes, _own.Classes, other.Classes);
        Words(likeness, Signal.ClassWords, _own.ClassWords, other.ClassWords);
        Words(likeness, Signal.IdWords, _own.IdWords, other.IdWords);
        if (!_own.TextWords.IsEmpty)
        {
            likeness[(int)Signal.SharedText] = _own.TextWords.Containment(other.TextWords);
        }

        Address(other, page, likeness);
        likeness[(int)Signal.RareClasses] = _own.ClassWords.Weighted(other.ClassWords, page.ClassWeights);
        likeness[(int)Signal.RareNeighbours] = _own.NeighbourWords.Weighted(other.NeighbourWords, page.NeighbourWeights);
        likeness[(int)Signal.Regions] = _own.Regions.Likeness(other.Regions);
        Geometry(mine.Box, its.Box, likeness);
        likeness[(int)Signal.Ancestors] = Head(_own.Steps, other.Steps);
        likeness[(int)Signal.Bare] = Bare(other);
    }

    private static void Same(Span<double> likeness, Signal signal, string mine, string its)
    {
        if (mine.Length > 0)
        {
            likeness[(int)signal] = string.Equals(mine, its, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }
    }

    private void Address(IndexedElement other, PageIndex page, Span<double> likeness)
    {
        if (_own.Href.Length == 0)
        {
            return;
        }

        // A link that has become a menu leads nowhere, which says less against it than another address.
        var opens = other.Href.Length == 0 && other.Print.Href is not null;
        likeness[(int)Signal.HrefPath] = opens ? Undecided : _own.HrefPath == other.HrefPath ? 1 : 0;
        likeness[(int)Signal.HrefWords] = opens ? Undecided : _own.HrefWords.Likeness(other.HrefWords);
        likeness[(int)Signal.RareHref] = opens ? Undecided : _own.HrefWords.Weighted(other.HrefWords, page.HrefWeights);
    }

    private static void Words(Span<double> likeness, Signal signal, WordSet mine, WordSet its)
    {
        if (!mine.IsEmpty)
        {
            likeness[(int)signal] = mine.Likeness(its);
        }
    }

    private void Geometry(ElementBox mine, ElementBox its, Span<double> likeness)
    {
        // What is not drawn, or was never measured, has no place.
        if (Area(mine) == 0 || Area(its) == 0)
        {
            return;
        }

        likeness[(int)Signal.Location] = Math.Exp(-LocationDecay * double.Hypot(mine.X - its.X, mine.Y - its.Y));
        likeness[(int)Signal.Column] = Math.Exp(-LocationDecay * Math.Abs(mine.X - its.X));
        likeness[(int)Signal.Size] = (Ratio(mine.Width, its.Width) + Ratio(mine.Height, its.Height)) / 2;
        likeness[(int)Signal.Shape] = Ratio(mine.Width * its.Height, its.Width * mine.Height);
        if (Shift is { } shift)
        {
            likeness[(int)Signal.Shifted] = Math.Exp(-ShiftedDecay * double.Hypot(mine.X + shift.X - its.X, mine.Y + shift.Y - its.Y));
        }
    }

    private static double Area(ElementBox box) => box.Width * box.Height;

    private static double Ratio(double one, double other) => Math.Max(one, other) <= 0 ? 1 : Math.Max(0, Math.Min(one, other)) / Math.Max(one, other);

    private static double Head(string[] mine, string[] its)
    {
        var same = 0;
        while (same < mine.Length && same < its.Length && mine[same] == its[same])
        {
            same++;
        }

        return (double)same / Math.Max(1, Math.Max(mine.Length, its.Length));
    }

    /// <summary>The share of what the wanted element lacks that the other lacks too: icons without text are told from links with one.</summary>
    private double Bare(IndexedElement other)
    {
        Span<bool> mine = stackalloc bool[] { _own.Text.Length == 0, _own.Name.Length == 0, _own.Href.Length == 0, _own.Id.Length == 0, _own.Alt.Length == 0, _own.NameAttribute.Length == 0 };
        Span<bool> its = stackalloc bool[] { other.Text.Length == 0, other.Name.Length == 0, other.Href.Length == 0, other.Id.Length == 0, other.Alt.Length == 0, other.NameAttribute.Length == 0 };
        var (lacking, shared) = (0, 0);
        for (var i = 0; i < mine.Length; i++)
        {
            lacking += mine[i] ? 1 : 0;
            shared += mine[i] && its[i] ? 1 : 0;
        }

        return lacking == 0 ? 1 : (double)shared / lacking;
    }
}
