using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>The elements of a page, prepared once for every search among them.</summary>
internal sealed class PageIndex
{
    private readonly Dictionary<string, IndexedElement?> _byKey = new(StringComparer.Ordinal);

    public PageIndex(IEnumerable<ElementFingerprint> prints)
    {
        Elements = [.. prints.Select(p => new IndexedElement(p))];
        HrefWeights = Rarity(e => e.HrefWords);
        ClassWeights = Rarity(e => e.ClassWords);
        NeighbourWeights = Rarity(e => e.NeighbourWords);
        foreach (var element in Elements)
        {
            foreach (var key in IdentityKeys.Of(element.Print))
            {
                // What two elements share tells neither.
                _byKey[key] = _byKey.ContainsKey(key) ? null : element;
            }
        }
    }

    public IReadOnlyList<IndexedElement> Elements { get; }

    public IReadOnlyDictionary<int, double> HrefWeights { get; }

    public IReadOnlyDictionary<int, double> ClassWeights { get; }

    public IReadOnlyDictionary<int, double> NeighbourWeights { get; }

    /// <summary>The element that a key tells alone, or null.</summary>
    public IndexedElement? ByKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>A word that few elements have tells more (inverse document frequency; Spärck Jones 1972).</summary>
    private Dictionary<int, double> Rarity(Func<IndexedElement, WordSet> words) =>
        Elements.SelectMany(e => words(e).Words).CountBy(w => w).ToDictionary(w => w.Key, w => Math.Log((Elements.Count + 1.0) / w.Value));
}
