using System.Text.Json;
using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>
/// Fits the weights of the signals and says how they do on sites that they were not fitted to: every other site by the alphabet, both ways, and each
/// site with the weights of all others. The weights of all sites are printed as JSON.
/// </summary>
internal static class FitBench
{
    public static int Run(string start, string[] files)
    {
        var prior = JsonSerializer.Deserialize<Dictionary<Signal, double>>(File.ReadAllText(start), ArtifactJson.Compact)!;
        var sets = files.Select(f => (File: Path.GetFileName(f), Sites: PairFile.Read(f))).ToArray();
        PairSite[] sites = [.. sets.SelectMany(s => s.Sites)];
        var all = new ElementRanker(new(WeightFit.Fit(sites, prior)));
        Console.Error.WriteLine($"{"file and weights",-40}{"exact",7}{"overlap",8}{"of",6}{"healed",8}{"wrong",7}");
        foreach (var (file, own) in sets)
        {
            var names = own.Select(s => s.Name).Order(StringComparer.Ordinal).ToArray();
            var even = Fitted(n => Array.IndexOf(names, n) % 2 == 0);
            var odd = Fitted(n => Array.IndexOf(names, n) % 2 == 1);
            Report($"{file} odd sites, fitted to even", [.. own.Where(s => Array.IndexOf(names, s.Name) % 2 == 1)], _ => even);
            Report($"{file} even sites, fitted to odd", [.. own.Where(s => Array.IndexOf(names, s.Name) % 2 == 0)], _ => odd);
            Report($"{file} each, fitted to the others", own, s => Fitted(n => n != s.Name));
            Report($"{file} fitted to all", own, _ => all);
        }

        Console.WriteLine(WeightFit.ToJson(WeightFit.Fit(sites, prior)));
        return 0;

        // A site that another file has too is in neither part twice.
        ElementRanker Fitted(Func<string, bool> to) => new(new(WeightFit.Fit([.. sites.Where(s => to(s.Name))], prior)));
    }

    private static void Report(string what, IReadOnlyList<PairSite> sites, Func<PairSite, ElementRanker> ranker)
    {
        var results = sites.SelectMany(s => PairBench.Outcomes(s, ranker(s))).ToArray();
        var healed = results.Where(r => r.Healed).ToArray();
        Console.Error.WriteLine($"{what,-40}{results.Count(r => r.Exact),7}{results.Count(r => r.Overlap),8}{results.Length,6}{healed.Length,8}{healed.Count(r => !r.Overlap),7}");
    }
}
