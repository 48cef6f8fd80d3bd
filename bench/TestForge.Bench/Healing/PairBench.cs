using System.Diagnostics;
using System.Text.Json;
using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>How well elements of real pages are found again on later ones, with others' arithmetic beside. The last line is JSON.</summary>
internal static class PairBench
{
    private const int LargePageElements = 5000;
    private const int LargePageSearches = 100;

    public static int Run(string path, bool verbose)
    {
        var sites = PairFile.Read(path);
        Console.Error.WriteLine($"{"arithmetic",-22}{"exact",8}{"overlap",8}  of {sites.Sum(s => s.Targets.Count)}");
        Print("similo", sites, Rivals.Similo);
        Print("similo, tuned", sites, Rivals.SimiloTuned);
        Print("healenium", sites, Rivals.Healenium);
        var results = sites.SelectMany(s => Outcomes(s, ElementRanker.Default)).ToArray();
        Console.Error.WriteLine($"{"testforge",-22}{results.Count(r => r.Exact),8}{results.Count(r => r.Overlap),8}");
        if (verbose)
        {
            foreach (var wrong in results.Where(r => !r.Overlap))
            {
                Console.Error.WriteLine(wrong.Describe());
            }
        }

        var healed = results.Where(r => r.Healed).ToArray();
        double[] times = [.. results.Select(r => r.Milliseconds).Order()];
        var (index, rank) = LargePage(sites);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            pairs = results.Length,
            exact = Share(results.Count(r => r.Exact), results.Length),
            overlap = Share(results.Count(r => r.Overlap), results.Length),
            healed = Share(healed.Length, results.Length),
            wrong = Share(healed.Count(r => !r.Overlap), results.Length),
            abstained = Share(results.Length - healed.Length, results.Length),
            msMedian = Math.Round(times[times.Length / 2], 2),
            msP95 = Math.Round(times[(int)(times.Length * 0.95)], 2),
            msIndexOf5000 = Math.Round(index, 2),
            msRankOf5000 = Math.Round(rank, 2),
        }));
        return 0;
    }

    public static IEnumerable<PairOutcome> Outcomes(PairSite site, ElementRanker ranker)
    {
        var page = new PageIndex(site.Candidates.Select(c => c.Print));
        var around = new Surroundings(site.Targets.Select(t => t.Element.Print));
        var places = site.Candidates.Select((c, i) => (c.Print, i)).ToDictionary(c => c.Print, c => c.i, (IEqualityComparer<ElementFingerprint>)ReferenceEqualityComparer.Instance);
        foreach (var target in site.Targets)
        {
            var started = Stopwatch.GetTimestamp();
            var ranked = ranker.Rank(target.Element.Print, page, around);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var best = places[ranked[0].Print];

            // The next best that is another thing to a person.
            var next = ranked.Skip(1).FirstOrDefault(r => !site.Overlaps(new(target.Element, best), places[r.Print]));
            yield return new(site, target, best, ranked[0].Score, ranked[0].Score - (next?.Score ?? 0), milliseconds);
        }
    }

    /// <summary>Median milliseconds of indexing a page of 5000 elements, all sites' together and again, and of ranking them for one element.</summary>
    private static (double Index, double Rank) LargePage(IReadOnlyList<PairSite> sites)
    {
        ElementFingerprint[] own = [.. sites.SelectMany(s => s.Candidates).Select(c => c.Print)];
        ElementFingerprint[] prints = [.. Enumerable.Range(0, LargePageElements).Select(i => own[i % own.Length])];
        var page = new PageIndex(prints);
        var wanted = sites.SelectMany(s => s.Targets).Select(t => t.Element.Print).Take(LargePageSearches).ToArray();
        return (Median(Enumerable.Range(0, 5).Select(_ => Time(() => new PageIndex(prints)))), Median(wanted.Select(w => Time(() => ElementRanker.Default.Rank(w, page, Surroundings.None)))));

        static double Time(Func<object> work)
        {
            var started = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        static double Median(IEnumerable<double> values)
        {
            double[] sorted = [.. values.Order()];
            return sorted[sorted.Length / 2];
        }
    }

    private static void Print(string name, IReadOnlyList<PairSite> sites, Func<PairElement, PairElement, double> score)
    {
        var (exact, overlap) = (0, 0);
        foreach (var site in sites)
        {
            foreach (var target in site.Targets)
            {
                var best = Enumerable.Range(0, site.Candidates.Count).MaxBy(i => score(target.Element, site.Candidates[i]));
                exact += best == target.Match ? 1 : 0;
                overlap += site.Overlaps(target, best) ? 1 : 0;
            }
        }

        Console.Error.WriteLine($"{name,-22}{exact,8}{overlap,8}");
    }

    private static double Share(int count, int all) => all == 0 ? 0 : Math.Round((double)count / all, 4);
}
