using System.Collections.Concurrent;
using System.Text.Json;
using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>
/// Fits the weights of the signals to pairs: the likelihood of the right candidates under a softmax over each page, with weights held near those the
/// fit starts from and never below 0 (gradient ascent by Adam; Kingma and Ba 2015).
/// </summary>
internal static class WeightFit
{
    private const int Rounds = 300;
    private const double Rate = 0.05;

    /// <summary>How hard weights are held near those the fit starts from: of 3, 1, 0.3 and 0.1 the one that did best on sites left out.</summary>
    private const double Pull = 1;

    /// <summary>A candidate that overlaps the right one is half right.</summary>
    private const double OverlapShare = 0.3;

    /// <summary>Candidates further down have no part in the likelihood.</summary>
    private const int Competitors = 40;

    private static readonly ConcurrentDictionary<PairSite, Example[]> Cache = new();

    public static Dictionary<Signal, double> Fit(IReadOnlyList<PairSite> sites, IReadOnlyDictionary<Signal, double> start)
    {
        var signals = Enum.GetValues<Signal>();
        var prior = signals.Select(s => start.GetValueOrDefault(s)).ToArray();
        var weights = prior.ToArray();
        var examples = sites.SelectMany(s => Cache.GetOrAdd(s, site => [.. Examples(site, prior)])).ToArray();
        var (first, second) = (new double[weights.Length], new double[weights.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var example in examples)
            {
                Add(example, weights, gradient);
            }

            for (var k = 0; k < weights.Length; k++)
            {
                var slope = gradient[k] - (Pull * (weights[k] - prior[k]));
                first[k] = (0.9 * first[k]) + (0.1 * slope);
                second[k] = (0.999 * second[k]) + (0.001 * slope * slope);
                weights[k] = Math.Max(0, weights[k] + (Rate * first[k] / (1 - Math.Pow(0.9, round)) / (Math.Sqrt(second[k] / (1 - Math.Pow(0.999, round))) + 1e-8)));
            }
        }

        return signals.ToDictionary(s => s, s => Math.Round(weights[(int)s], 2));
    }

    public static string ToJson(Dictionary<Signal, double> weights) => JsonSerializer.Serialize(weights, ArtifactJson.Indented);

    private static void Add(Example example, double[] weights, double[] gradient)
    {
        var scores = example.Likeness.Select(l => Dot(weights, l)).ToArray();
        var top = scores.Max();
        var mass = scores.Select(s => Math.Exp(s - top)).ToArray();
        var (all, right) = (mass.Sum(), mass.Select((m, i) => m * example.Right[i]).Sum());
        for (var i = 0; i < mass.Length; i++)
        {
            var push = (right > 0 ? mass[i] * example.Right[i] / right : 0) - (mass[i] / all);
            if (Math.Abs(push) > 1e-7)
            {
                for (var k = 0; k < gradient.Length; k++)
                {
                    gradient[k] += example.Weight * push * example.Likeness[i][k];
                }
            }
        }
    }

    private static double Dot(double[] one, double[] other)
    {
        double sum = 0;
        for (var k = 0; k < one.Length; k++)
        {
            sum += one[k] * other[k];
        }

        return sum;
    }

    private static IEnumerable<Example> Examples(PairSite site, double[] prior)
    {
        var page = new PageIndex(site.Candidates.Select(c => c.Print));
        var around = new Surroundings(site.Targets.Select(t => t.Element.Print));
        foreach (var target in site.Targets)
        {
            var wanted = around.Place(target.Element.Print, page);
            var likeness = new double[site.Candidates.Count][];
            for (var i = 0; i < likeness.Length; i++)
            {
                var row = likeness[i] = new double[Enum.GetValues<Signal>().Length];
                wanted.Compare(page.Elements[i], page, row);
                for (var k = 0; k < row.Length; k++)
                {
                    row[k] = double.IsNaN(row[k]) ? 0 : row[k];
                }
            }

            var kept = Enumerable.Range(0, likeness.Length).OrderByDescending(i => i == target.Match ? double.MaxValue : Dot(prior, likeness[i])).Take(Competitors).ToArray();
            double[] right = [.. kept.Select(i => i == target.Match ? 1 : site.Overlaps(target, i) ? OverlapShare : 0)];

            // A site with many targets says the same many times.
            yield return new([.. kept.Select(i => likeness[i])], right, 1 / Math.Sqrt(site.Targets.Count));
        }
    }

    private sealed record Example(double[][] Likeness, double[] Right, double Weight);
}
