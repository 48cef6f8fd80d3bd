using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>The health score: how much of what was looked at works, from 0 to 100.</summary>
/// <remarks>
/// Three parts, each from 0 to 1, are weighed 60 : 25 : 15 and added. Tests weigh most because they say what
/// users can do; findings are faults that no test needs to prove; coverage keeps a thin run from looking healthy.
/// A part with nothing to look at (no site map, so no coverage) is left out and the others share its weight.
/// </remarks>
internal static class HealthFormula
{
    public const string Text =
        "60 % tests (share of tests that passed, each weighted by its risk; healed counts 0.9, flaky 0.5, failed, in quarantine or not run 0) "
        + "+ 25 % findings (halved by every 20 penalty points: critical 10, serious 5, moderate 2, minor 0.5) "
        + "+ 15 % coverage (average share of pages, forms and transitions that tests touch).";

    private const double TestWeight = 60;
    private const double FindingWeight = 25;
    private const double CoverageWeight = 15;

    /// <summary>Added to each case's risk, so that a case of risk 0 still counts and one of 100 counts eleven times as much.</summary>
    private const double RiskFloor = 10;

    /// <summary>The product works, but its test had to be repaired: nearly a pass.</summary>
    private const double HealedCredit = 0.9;

    /// <summary>Works or does not by chance: half a pass.</summary>
    private const double FlakyCredit = 0.5;

    /// <summary>Two critical findings halve the part; it never becomes negative, so no cap is needed.</summary>
    private const double PenaltyHalving = 20;

    public static HealthScore Compute(
        IReadOnlyList<ReportCase> cases, IReadOnlyList<FindingGroup> findings, ReportCoverage coverage)
    {
        var known = cases.Any(c => c.Verdict != Verdict.NotRun);
        List<(string Name, double Weight, double Value, string Explanation)> parts = [Tests(cases), Findings(findings)];
        CoverageFigure[] figures = [coverage.Pages, coverage.Forms, coverage.Transitions];
        if (figures.Where(f => f.Total > 0).ToArray() is { Length: > 0 } present)
        {
            parts.Add(("Coverage", CoverageWeight, present.Average(f => f.Share), Describe(coverage)));
        }

        var total = parts.Sum(p => p.Weight);
        var components = parts
            .Select(p => new HealthComponent(p.Name, Round(p.Value, 3), Round(100 * p.Weight / total * p.Value, 1), Round(100 * p.Weight / total, 1), p.Explanation))
            .ToArray();
        return new()
        {
            Known = known,
            // The sum of the shown parts, so that a reader who adds them up arrives at the same figure.
            Score = known ? Round(Math.Min(100, components.Sum(c => c.Points)), 1) : 0,
            Formula = Text,
            Components = components,
        };
    }

    private static (string, double, double, string) Tests(IReadOnlyList<ReportCase> cases)
    {
        var weight = cases.Sum(c => c.Risk + RiskFloor);
        var value = weight == 0 ? 0 : cases.Sum(c => (c.Risk + RiskFloor) * Credit(c.Verdict)) / weight;
        var passed = cases.Count(c => c.Verdict == Verdict.Passed);
        return ("Tests", TestWeight, value, FormattableString.Invariant($"{passed} of {cases.Count} passed at once; by risk that is {100 * value:0.#} %."));
    }

    private static double Credit(Verdict verdict) => verdict switch
    {
        Verdict.Passed => 1,
        Verdict.Healed => HealedCredit,
        Verdict.Flaky => FlakyCredit,
        _ => 0,
    };

    private static (string, double, double, string) Findings(IReadOnlyList<FindingGroup> groups)
    {
        var findings = groups.SelectMany(g => g.Findings).ToArray();
        var penalty = findings.Sum(f => Penalty(f.Severity));
        return (
            "Findings",
            FindingWeight,
            Math.Pow(2, -penalty / PenaltyHalving),
            findings.Length == 0 ? "Nothing found." : FormattableString.Invariant($"{findings.Length} found, {penalty:0.#} penalty points."));
    }

    private static double Penalty(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => 10,
        FindingSeverity.Serious => 5,
        FindingSeverity.Moderate => 2,
        _ => 0.5,
    };

    private static string Describe(ReportCoverage c) =>
        $"{c.Pages.Covered} of {c.Pages.Total} pages, {c.Forms.Covered} of {c.Forms.Total} forms, {c.Transitions.Covered} of {c.Transitions.Total} transitions.";

    private static double Round(double value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);
}
