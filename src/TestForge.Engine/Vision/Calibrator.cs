using System.Security.Cryptography;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>Finds thresholds on half of the groups of labelled pairs and says how well they do on the other half.</summary>
internal static class Calibrator
{
    /// <summary>Of pairs that sight speaks of, so many must be as it says.</summary>
    private const double Precision = 0.98;

    /// <summary>Of the same elements, at most so many may be held back.</summary>
    private const double MostVetoed = 0.01;

    /// <summary>Fewer of a kind than these, and a threshold is chance.</summary>
    private const int LeastPairs = 20;

    /// <exception cref="StageException"><c>vision.pairs_too_few</c>.</exception>
    public static Calibration Fit(IReadOnlyList<MeasuredPair> pairs)
    {
        var order = pairs.Select(p => p.Group).Distinct(StringComparer.Ordinal).OrderBy(Mixed).ToArray();
        var fitted = order.Where((_, i) => i % 2 == 0).ToHashSet(StringComparer.Ordinal);
        MeasuredPair[] fit = [.. pairs.Where(p => fitted.Contains(p.Group))];
        MeasuredPair[] test = [.. pairs.Where(p => !fitted.Contains(p.Group))];
        foreach (var part in new[] { fit, test })
        {
            if (part.Count(p => p.Same) < LeastPairs || part.Count(p => !p.Same) < LeastPairs)
            {
                throw new StageException(
                    "vision.pairs_too_few",
                    $"{pairs.Count} pairs in {order.Length} groups are too few: each half of the groups needs at least {LeastPairs} pairs of one element and {LeastPairs} of two.",
                    retryable: false);
            }
        }

        var thresholds = new SightThresholds(SupportOf(fit), VetoOf(fit));
        return new(thresholds, fit.Length, CalibrationFigures.Of(test, thresholds));
    }

    /// <summary>The lowest similarity from which on pairs are the same element.</summary>
    private static double? SupportOf(MeasuredPair[] pairs)
    {
        var (same, all) = (0, 0);
        double? threshold = null;
        foreach (var level in pairs.GroupBy(p => p.Similarity).OrderByDescending(g => g.Key))
        {
            all += level.Count();
            same += level.Count(p => p.Same);
            threshold = same >= Precision * all && same > 0 ? level.Key : threshold;
        }

        return threshold;
    }

    /// <summary>The highest similarity below which pairs are two elements and hardly one that is the same is lost.</summary>
    private static double? VetoOf(MeasuredPair[] pairs)
    {
        var (same, other, allSame) = (0, 0, pairs.Count(p => p.Same));
        double? threshold = null;
        foreach (var level in pairs.GroupBy(p => p.Similarity).OrderBy(g => g.Key))
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

    /// <summary>The same split on every machine, and no order of the file in it.</summary>
    private static string Mixed(string group) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(group)));
}
