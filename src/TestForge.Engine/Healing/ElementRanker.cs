using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>Ranks the elements of a page by how alike they are to one that was there before (after Similo: a weighted sum over properties).</summary>
internal static class ElementRanker
{
    /// <summary>Decay of the location signal per CSS pixel, from Similo.</summary>
    private const double LocationDecay = 0.005;

    /// <summary>Best first; ties in document order.</summary>
    public static IReadOnlyList<HealCandidate> Rank(ElementFingerprint wanted, IEnumerable<FactsElement> elements) =>
        [.. elements.Select(e => Score(wanted, e.Print)).OrderByDescending(c => c.Score)];

    public static HealCandidate Score(ElementFingerprint wanted, ElementFingerprint print)
    {
        var signals = new Dictionary<string, double>();
        double sum = 0, possible = 0;
        Text("test-id", wanted.TestId, print.TestId, SimilarityWeights.TestId);
        Text("name-attribute", wanted.NameAttribute, print.NameAttribute, SimilarityWeights.NameAttribute);
        Text("name", wanted.Name, print.Name, SimilarityWeights.AccessibleName);
        Text("label", wanted.Label, print.Label, SimilarityWeights.Label);
        Equal("type", wanted.Type, print.Type, SimilarityWeights.Type);
        Text("alt", wanted.Alt, print.Alt, SimilarityWeights.Alt);
        Text("placeholder", wanted.Placeholder, print.Placeholder, SimilarityWeights.Placeholder);
        Text("text", wanted.Text, print.Text, SimilarityWeights.Text);
        Add("neighbour-text", wanted.NeighbourText, TextSimilarity.Words(wanted.NeighbourText ?? "", print.NeighbourText ?? ""), SimilarityWeights.NeighbourText);
        Equal("role", wanted.Role, print.Role, SimilarityWeights.Role);
        Text("href", wanted.Href, print.Href, SimilarityWeights.Href);
        Equal("tag", wanted.Tag, print.Tag, SimilarityWeights.Tag);
        Text("id", wanted.Id, print.Id, SimilarityWeights.Id);
        Equal("landmark", wanted.Landmark, print.Landmark, SimilarityWeights.Landmark);
        Add("classes", wanted.Classes.Count > 0 ? "" : null, Shared(wanted.Classes, print.Classes), SimilarityWeights.Classes, empty: true);
        Add("location", "", Location(wanted.Box, print.Box), SimilarityWeights.Location, empty: true);
        Add("area", "", Area(wanted.Box, print.Box), SimilarityWeights.Area, empty: true);
        Equal("path", wanted.Path, print.Path, SimilarityWeights.Path);

        var score = possible == 0 ? 0 : sum / possible;
        var sameTree = wanted.ShadowDepth == print.ShadowDepth && wanted.Frames.SequenceEqual(print.Frames);
        return new(print, Math.Round(sameTree ? score : score * SimilarityWeights.OtherTreePenalty, 4), signals);

        void Text(string signal, string? expected, string? actual, double weight) =>
            Add(signal, expected, TextSimilarity.Edit(expected ?? "", actual ?? ""), weight);

        void Equal(string signal, string? expected, string? actual, double weight) =>
            Add(signal, expected, string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase) ? 1 : 0, weight);

        // A property the wanted element did not have says nothing.
        void Add(string signal, string? expected, double similarity, double weight, bool empty = false)
        {
            if (expected is null || (expected.Length == 0 && !empty))
            {
                return;
            }

            possible += weight;
            sum += weight * similarity;
            signals[signal] = Math.Round(similarity, 3);
        }
    }

    private static double Shared(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var union = one.Union(other).Count();
        return union == 0 ? 1 : (double)one.Intersect(other).Count() / union;
    }

    private static double Location(ElementBox one, ElementBox other)
    {
        var distance = Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));
        return Math.Exp(-LocationDecay * distance);
    }

    private static double Area(ElementBox one, ElementBox other)
    {
        var (a, b) = (one.Width * one.Height, other.Width * other.Height);
        return Math.Max(a, b) == 0 ? 1 : Math.Min(a, b) / Math.Max(a, b);
    }
}
