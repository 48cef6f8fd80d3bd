using System.Text.Json;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>How much each signal says about an element's identity.</summary>
/// <remarks>
/// <c>similarity.json</c> is written by <c>bench/quality/heal/pairs/fit.sh</c>. Where a signal is in no public pair, it keeps the weight
/// that the fit starts from, in <c>start.json</c> beside it: Similo's tuned weight (Nass et al., TOSEM 2023) of the property nearest to it.
/// </remarks>
internal sealed class SimilarityWeights
{
    private readonly double[] _weights;

    public SimilarityWeights(IReadOnlyDictionary<Signal, double> weights) =>
        _weights = [.. Enum.GetValues<Signal>().Select(s => weights.GetValueOrDefault(s))];

    public static SimilarityWeights Default { get; } =
        new(JsonSerializer.Deserialize<Dictionary<Signal, double>>(EmbeddedText.Read("Healing/Ranking/similarity.json"), ArtifactJson.Compact)!);

    public static int Count { get; } = Enum.GetValues<Signal>().Length;

    /// <summary>Weighted mean of what is known, from 0 to 1.</summary>
    public double Score(ReadOnlySpan<double> likeness)
    {
        double sum = 0, possible = 0;
        for (var i = 0; i < _weights.Length; i++)
        {
            if (!double.IsNaN(likeness[i]))
            {
                sum += _weights[i] * likeness[i];
                possible += _weights[i];
            }
        }

        return possible > 0 ? sum / possible : 0;
    }
}
