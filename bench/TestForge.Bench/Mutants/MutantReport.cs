using System.Globalization;
using System.Text.Json;

namespace TestForge.Bench.Mutants;

/// <summary>Tables by change, trap and site, and the last line as JSON.</summary>
internal static class MutantReport
{
    public static void Print(IReadOnlyList<MutantCase> cases, bool showHeld)
    {
        foreach (var one in cases.Where(c => (showHeld || !c.Site.Held) && IsFault(c)))
        {
            Console.WriteLine($"{one.Score} {one.Kind} [{string.Join(", ", one.Changes)}] {one.Site.Name}{one.Page} {(one.Seen ? "page seen" : "page not seen")}\n      {one.Story}");
        }

        foreach (var seen in cases.GroupBy(c => c.Seen))
        {
            Console.WriteLine(seen.Key ? "\n== A case had passed on the page before: all its elements are known" : "\n== No case had passed on the page: half of its elements are known, from the plan");
            Tables([.. seen]);
        }

        foreach (var seen in cases.GroupBy(c => c.Seen).OrderBy(g => g.Key))
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                benchmark = "mutants",
                pageSeen = seen.Key,
                tuning = Sum([.. seen.Where(c => !c.Site.Held)]),
                held = Sum([.. seen.Where(c => c.Site.Held)]),
            }));
        }

        Console.WriteLine(JsonSerializer.Serialize(Sum([.. cases.Where(c => c.Seen)])));
    }

    private static void Tables(IReadOnlyList<MutantCase> cases)
    {
        var toHeal = cases.Where(c => c.Demand == Demand.Heal).ToArray();
        Table("Change of an element to be found (with others)", toHeal.SelectMany(c => c.Changes.Select(name => (name, c))));
        Table("Number of changes", toHeal.Select(c => (c.Changes.Count.ToString(CultureInfo.InvariantCulture), c)));
        Table("Trap", cases.Where(c => c.IsTrap).Select(c => (c.Kind == "redesign" ? "removed in a redesign" : c.Kind, c)));
        Table("Site", cases.Select(c => (c.Site.Name + (c.Site.Held ? " (held)" : ""), c)));
        Table("Kind", cases.Select(c => (c.IsTrap ? "trap" : c.Kind, c)));
    }

    private static bool IsFault(MutantCase c) => c.Score == HealScore.Wrong || (c.Demand == Demand.Heal && c.Score == HealScore.Abstained);

    private static Dictionary<string, object> Sum(IReadOnlyList<MutantCase> cases)
    {
        var removed = cases.Where(c => c.Demand == Demand.Abstain && (c.Kind is "removed" or "similar-left" or "surname" or "replaced" or "redesign")).ToArray();
        var times = cases.Select(c => c.Milliseconds).Order().ToArray();
        return new()
        {
            ["cases"] = cases.Count,
            ["toHeal"] = cases.Count(c => c.Demand == Demand.Heal),
            ["healedOfThese"] = cases.Count(c => c.Demand == Demand.Heal && c.Score == HealScore.Right),
            ["healed"] = cases.Count(c => c.Score != HealScore.Abstained),
            ["right"] = cases.Count(c => c.Score == HealScore.Right),
            ["wrong"] = cases.Count(c => c.Score == HealScore.Wrong),
            ["abstained"] = cases.Count(c => c.Score == HealScore.Abstained),
            ["removed"] = removed.Length,
            ["removedAbstained"] = removed.Count(c => c.Score == HealScore.Abstained),
            ["msMedian"] = At(times, 0.5),
            ["msP95"] = At(times, 0.95),
        };
    }

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))], 2);

    private static void Table(string title, IEnumerable<(string Row, MutantCase Case)> rows)
    {
        Console.WriteLine($"\n{title,-46} cases  right  wrong  abstained");
        foreach (var row in rows.GroupBy(r => r.Row, r => r.Case).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{row.Key,-46} {row.Count(),5}  {row.Count(c => c.Score == HealScore.Right),5}  {row.Count(c => c.Score == HealScore.Wrong),5}  {row.Count(c => c.Score == HealScore.Abstained),9}");
        }
    }
}
