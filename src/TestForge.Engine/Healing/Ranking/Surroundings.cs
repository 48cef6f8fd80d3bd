using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>What else was on the page when the element was seen: where that went tells where the element went. Not safe for threads.</summary>
internal sealed class Surroundings
{
    /// <summary>So many of the nearest are asked; the median keeps one that moved by itself from deciding.</summary>
    private const int Nearest = 5;

    private readonly PageIndex _before;
    private PageIndex? _page;
    private IReadOnlyList<(ElementFingerprint Before, ElementFingerprint After)> _moves = [];

    /// <param name="others">Elements of the page as it was, without the one that is looked for.</param>
    public Surroundings(IEnumerable<ElementFingerprint> others) => _before = new(others);

    public static Surroundings None => new([]);

    public WantedElement Place(ElementFingerprint wanted, PageIndex page) =>
        new(wanted) { Shift = ShiftOf(wanted, page) };

    public IReadOnlyList<IndexedElement> Others => _before.Elements;

    /// <summary>How far what was near an element has moved, in CSS pixels; null when too little of it is known again.</summary>
    public (double X, double Y)? ShiftOf(ElementFingerprint wanted, PageIndex page)
    {
        var moves = MovesIn(page)
            .Where(m => m.Before != wanted)
            .OrderBy(m => double.Hypot(m.Before.Box.X - wanted.Box.X, m.Before.Box.Y - wanted.Box.Y))
            .Take(Nearest)
            .ToArray();
        return moves.Length < 2 ? null : (Median(moves.Select(m => m.After.Box.X - m.Before.Box.X)), Median(moves.Select(m => m.After.Box.Y - m.Before.Box.Y)));
    }

    /// <summary>Each known element that is found again; a search asks for every one of them, so they are looked up once a page.</summary>
    private IReadOnlyList<(ElementFingerprint Before, ElementFingerprint After)> MovesIn(PageIndex page)
    {
        if (!ReferenceEquals(_page, page))
        {
            (_page, _moves) = (page, [.. Others.Select(o => (o.Print, After: AgainIn(page, o.Print))).Where(m => m.After is not null).Select(m => (m.Print, m.After!))]);
        }

        return _moves;
    }

    /// <summary>The same element, where one of its keys is alone on both pages.</summary>
    private ElementFingerprint? AgainIn(PageIndex page, ElementFingerprint other) =>
        IdentityKeys.Of(other).Where(k => _before.ByKey(k) is not null).Select(page.ByKey).FirstOrDefault(e => e is not null)?.Print;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
