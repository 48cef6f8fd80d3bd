using System.Security.Cryptography;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>
/// Finds weight and thresholds on labelled pairs. The pairs are dealt into folds by group; a threshold has to keep its word in each
/// fold by itself, since pooled ones did not carry over to other sites. How well that does is measured on each fold by those of the others.
/// </summary>
internal static class Calibrator
{
    private const int MostFolds = 5;
    private const int LeastFolds = 3;

    /// <summary>Of pairs that sight speaks of, so many must be as it says.</summary>
    private const double Precision = 0.98;

    /// <summary>Of the same elements, at most so many may be held back.</summary>
    private const double MostVetoed = 0.01;

    /// <summary>Fewer of a kind in a fold than these, and a threshold is chance.</summary>
    private const int LeastPairs = 20;

    private static readonly double[] Weights = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)];

    /// <exception cref="StageException"><c>vision.pairs_too_few</c>.</exception>
    public static Calibration Fit(IReadOnlyList<MeasuredPair> pairs)
    {
        var folds = Deal(pairs);
        if (folds.Length < LeastFolds || folds.Any(f => f.Count(p => p.Same) < LeastPairs || f.Count(p => !p.Same) < LeastPairs))
        {
            throw new StageException(
                "vision.pairs_too_few",
                $"{pairs.Count} pairs in {pairs.Select(p => p.Group).Distinct(StringComparer.Ordinal).Count()} groups are too few: {LeastFolds} to {MostFolds} parts of whole groups are made, and each needs {LeastPairs} pairs of one element and {LeastPairs} of two.",
                retryable: false);
        }

        var tested = folds.Select((fold, i) => CalibrationFigures.Of(fold, FitOn([.. folds.Where((_, j) => j != i)]))).Aggregate((sum, next) => sum.Plus(next));
        return new(FitOn(folds), pairs.Count, tested);
    }

    /// <summary>The same folds on every machine, and no order of the file in them.</summary>
    private static MeasuredPair[][] Deal(IReadOnlyList<MeasuredPair> pairs)
    {
        var groups = pairs.GroupBy(p => p.Group, StringComparer.Ordinal).OrderBy(g => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(g.Key))), StringComparer.Ordinal);
        return [.. groups.Select((g, i) => (Group: g, Fold: i % MostFolds)).GroupBy(g => g.Fold).Select(f => f.SelectMany(g => g.Group).ToArray())];
    }

    private static SightThresholds FitOn(MeasuredPair[][] folds)
    {
        MeasuredPair[] all = [.. folds.SelectMany(f => f)];
        var weight = Weights.MaxBy(w => Separation(all, w));
        var (supports, vetoes) = (folds.Select(f => SupportOf(f, weight)).ToArray(), folds.Select(f => VetoOf(f, weight)).ToArray());
        return new(weight, supports.Contains(null) ? null : supports.Max(), vetoes.Contains(null) ? null : vetoes.Min());
    }

    /// <summary>How often one element has a higher figure than two (the area under the ROC curve), by the sum of ranks.</summary>
    private static double Separation(MeasuredPair[] pairs, double weight)
    {
        var (rank, sum) = (0, 0.0);
        foreach (var level in pairs.GroupBy(p => p.Figures.Weighed(weight)).OrderBy(g => g.Key))
        {
            var count = level.Count();
            sum += level.Count(p => p.Same) * (rank + ((count + 1) / 2.0));
            rank += count;
        }

        var same = (double)pairs.Count(p => p.Same);
        return (sum - (same * (same + 1) / 2)) / (same * (pairs.Length - same));
    }

    /// <summary>The lowest figure from which on pairs are the same element.</summary>
    private static double? SupportOf(MeasuredPair[] pairs, double weight)
    {
        var (same, all) = (0, 0);
        double? threshold = null;
        foreach (var level in pairs.GroupBy(p => p.Figures.Weighed(weight)).OrderByDescending(g => g.Key))
        {
            all += level.Count();
            same += level.Count(p => p.Same);
            threshold = same > 0 && same >= Precision * all ? level.Key : threshold;
        }

        return threshold;
    }

    /// <summary>The highest figure below which pairs are two elements and hardly one that is the same is lost.</summary>
    private static double? VetoOf(MeasuredPair[] pairs, double weight)
    {
        var (same, other, allSame) = (0, 0, pairs.Count(p => p.Same));
        double? threshold = null;
        foreach (var level in pairs.GroupBy(p => p.Figures.Weighed(weight)).OrderBy(g => g.Key))
        {
            if (other > 0 && same <= MostVetoed * allSame && other >= Precision * (same + other))
            {
                threshold = level.Key;
            }

            same += level.Count(p => p.Same);
            other += level.Count(p => !p.Same);
        }

        return threshold;
    }
}
