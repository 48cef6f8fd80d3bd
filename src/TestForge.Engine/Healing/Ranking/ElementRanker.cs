using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>Ranks the elements of a page by how alike they are to one that was there before (after Similo: a weighted mean over properties).</summary>
internal sealed class ElementRanker(SimilarityWeights weights)
{
    /// <summary>Candidates in another frame or shadow root are worth less: the same name there is mostly another thing.</summary>
    private const double OtherTreePenalty = 0.8;

    /// <summary>So many of the best are asked whether another known element is more like them.</summary>
    private const int Questioned = 8;

    public static ElementRanker Default { get; } = new(SimilarityWeights.Default);

    /// <summary>The best first; ties in document order.</summary>
    public IReadOnlyList<RankedElement> Rank(ElementFingerprint wanted, PageIndex page, Surroundings around)
    {
        var search = around.Place(wanted, page);
        var scores = new double[page.Elements.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(search, page.Elements[i], page);
        }

        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort(order, (a, b) => scores[a] == scores[b] ? a.CompareTo(b) : scores[b].CompareTo(scores[a]));
        var others = around.Others.Where(o => !ReferenceEquals(o.Print, wanted)).Select(o => around.Place(o.Print, page)).ToArray();
        var best = order.Take(Questioned).Select(Question).OrderByDescending(r => r.Score);
        return [.. best, .. order.Skip(Questioned).Select(i => new RankedElement(page.Elements[i].Print, scores[i], 0))];

        RankedElement Question(int i)
        {
            var claim = others.Select(o => Score(o, page.Elements[i], page) - scores[i]).Append(0).Max();
            return new(page.Elements[i].Print, scores[i] - claim, claim);
        }
    }

    /// <summary>Likeness by each signal that says something.</summary>
    public static IReadOnlyDictionary<string, double> Signals(ElementFingerprint wanted, ElementFingerprint print)
    {
        Span<double> likeness = stackalloc double[SimilarityWeights.Count];
        var page = new PageIndex([print]);
        new WantedElement(wanted).Compare(page.Elements[0], page, likeness);
        var signals = new Dictionary<string, double>();
        foreach (var signal in Enum.GetValues<Signal>())
        {
            if (!double.IsNaN(likeness[(int)signal]))
            {
                signals[System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(signal.ToString())] = Math.Round(likeness[(int)signal], 3);
            }
        }

        return signals;
    }

    public double Score(ElementFingerprint wanted, ElementFingerprint print) => Score(new WantedElement(wanted), new(print), new PageIndex([print]));

    private double Score(WantedElement wanted, IndexedElement element, PageIndex page)
    {
        Span<double> likeness = stackalloc double[SimilarityWeights.Count];
        wanted.Compare(element, page, likeness);
        var score = weights.Score(likeness);
        return Math.Round(InSameTree(wanted.Print, element.Print) ? score : score * OtherTreePenalty, 6);
    }

    private static bool InSameTree(ElementFingerprint wanted, ElementFingerprint print) =>
        wanted.ShadowDepth == print.ShadowDepth && wanted.Frames.SequenceEqual(print.Frames);
}
