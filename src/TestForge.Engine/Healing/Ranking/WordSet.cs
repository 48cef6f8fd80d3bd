using System.Text.RegularExpressions;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>The distinct words of a text, kept as sorted hashes so that two sets are compared in one pass.</summary>
internal readonly partial struct WordSet
{
    private readonly int[] _hashes;

    private WordSet(int[] hashes) => _hashes = hashes;

    public bool IsEmpty => _hashes is null or [];

    public static WordSet Of(IEnumerable<string> words)
    {
        var hashes = words.Select(Hash).Distinct().ToArray();
        Array.Sort(hashes);
        return new(hashes);
    }

    /// <summary>The words of an identifier or address, whichever way they are joined: <c>searchToggle</c>, <c>search-toggle</c>, <c>search_toggle</c>.</summary>
    public static WordSet OfIdentifier(string? text) => Of(Parts().Matches(text ?? "").Select(m => m.Value));

    /// <summary>Shared words over those of the smaller set; 0 when either is empty.</summary>
    public double Containment(WordSet other) => IsEmpty || other.IsEmpty ? 0 : (double)Shared(other) / Math.Min(_hashes.Length, other._hashes.Length);

    public IEnumerable<int> Words => _hashes ?? [];

    /// <summary>The weight of the words that the other has too, over that of all words that any element of the page has.</summary>
    public double Weighted(WordSet other, IReadOnlyDictionary<int, double> weights)
    {
        double shared = 0, all = 0;
        foreach (var word in _hashes ?? [])
        {
            if (weights.TryGetValue(word, out var weight))
            {
                all += weight;
                shared += Array.BinarySearch(other._hashes ?? [], word) >= 0 ? weight : 0;
            }
        }

        return all > 0 ? shared / all : double.NaN;
    }

    /// <summary>Shared words over all words (Jaccard); 1 when both are empty.</summary>
    public double Likeness(WordSet other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty && other.IsEmpty ? 1 : 0;
        }

        var shared = Shared(other);
        return (double)shared / (_hashes.Length + other._hashes.Length - shared);
    }

    private int Shared(WordSet other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < _hashes.Length && j < other._hashes.Length)
        {
            var order = _hashes[i].CompareTo(other._hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    // The runtime's own hashes differ from process to process; a heal must not.
    private static int Hash(string word) => word.Aggregate(unchecked((int)2166136261), (hash, c) => unchecked((hash ^ char.ToLowerInvariant(c)) * 16777619));

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+")]
    private static partial Regex Parts();
}
