using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Makes the report of what a run left behind. Pure: the same material gives the same report.</summary>
internal static class ReportBuilder
{
    private const int MaxSlowPages = 10;

    public static RunReport Build(RunMaterial material)
    {
        var report = BuildAlone(material);
        if (material.Remembered is { } remembered)
        {
            report = new PastAnalysis(HistoryRecords.Before(remembered, report), report, HistoryRecords.MillisecondsOf(report)).Apply();
        }

        return report with { Gates = GateMeasures.Decide(material.Input.Gates ?? [], report) };
    }

    private static RunReport BuildAlone(RunMaterial material)
    {
        var (site, plan) = (material.Site, material.Plan);
        var results = RunResults.Merge(material.Results, []).Cases.ToDictionary(c => c.CaseId, StringComparer.Ordinal);
        var sitePages = site?.Pages.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];
        var reach = new Reach(plan, results);

        var cases = new CaseBuilder(plan, site, results, material.Facts, material.Looks).Build();
        var findings = FindingGrouping.Group(plan?.Findings ?? [], sitePages);
        var coverage = CoverageAnalysis.Analyse(site, reach) with { Map = CoverageMap.Of(site, reach, cases) };
        var totals = Count(cases, site?.Pages.Count(p => p.Outcome == PageOutcome.Ok) ?? 0, findings.Sum(g => g.Findings.Count));
        var features = Features(plan, cases);
        return new()
        {
            ProductVersion = material.ProductVersion,
            RunId = material.Input.RunId,
            Target = material.Input.Target,
            StartedAt = material.Input.StartedAt,
            FinishedAt = material.Now,
            Interrupted = material.Interrupted,
            Verdict = VerdictWriter.Write(material, totals, cases, features, findings, coverage),
            Health = HealthFormula.Compute(cases, findings, coverage),
            Totals = totals,
            Environment = Environment(material, cases),
            Features = features,
            Cases = cases,
            FailureGroups = new FailureGrouping(plan, site, results).Group(cases, features),
            Heals = new HealBuilder(plan).Build(material.Results.SelectMany(r => r.Heals), material.Input.Heals),
            HealExcess = material.Excess,
            Coverage = coverage,
            Findings = findings,
            Pages = Pages(site, reach, findings),
            SlowestPages = Slowest(site),
            Application = ReportApplication.Of(material.Application, cases),
            Map = MapGraph.Build(site, reach),
            ApiCalls = [.. (site?.ApiCalls ?? []).Select(ReportApiCall.Of)],
            Technologies = site?.Technologies ?? [],
            Flows = site?.Flows ?? [],
            Roles = site?.Roles ?? [],
            Robots = site?.Robots,
            Consent = site?.Consent,
            Skipped = SkippedGrouping.Group(site?.Skipped ?? []),
            Dropped = plan?.Dropped ?? [],
        };
    }

    private static ReportTotals Count(IReadOnlyCollection<ReportCase> cases, int pages, int findings)
    {
        int Of(Verdict verdict) => cases.Count(c => c.Verdict == verdict);
        return new(cases.Count, Of(Verdict.Passed), Of(Verdict.Flaky), Of(Verdict.Healed), Of(Verdict.Failed), Of(Verdict.NotRun), pages, findings, Of(Verdict.Quarantined));
    }

    private static List<ReportFeature> Features(TestPlan? plan, IReadOnlyList<ReportCase> cases)
    {
        var byFeature = cases.ToLookup(c => c.FeatureId, StringComparer.Ordinal);
        var planned = plan?.Features ?? [];
        // A case whose feature the plan forgot must still be found in the report.
        var missing = byFeature.Select(g => g.Key)
            .Except(planned.Select(f => f.Id), StringComparer.Ordinal)
            .Select(id => id == CaseBuilder.NoPlan.Id ? CaseBuilder.NoPlan : new TestFeature(id, id, ""));
        return
        [
            .. planned.Concat(missing)
                .Where(f => byFeature.Contains(f.Id))
                .Select(f => new ReportFeature(f.Id, f.Title, f.Description, Count([.. byFeature[f.Id]], 0, 0))),
        ];
    }

    private static ReportEnvironment Environment(RunMaterial material, IReadOnlyList<ReportCase> cases) => new(
        [.. material.Results.Select(r => r.Backend).Where(b => b.Length > 0).Distinct()],
        [.. material.Results.Select(r => r.Browser).Where(b => b.Length > 0).Distinct()],
        material.Site?.Stats,
        cases.Sum(c => c.Milliseconds));

    private static List<ReportPage> Pages(SiteMap? site, Reach reach, IReadOnlyList<FindingGroup> findings)
    {
        var findingsOf = findings.SelectMany(g => g.Findings).SelectMany(f => f.Pages)
            .GroupBy(p => p.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return
        [
            .. (site?.Pages ?? []).Select(p => new ReportPage
            {
                Id = p.Id,
                Url = p.Url,
                Title = p.Title,
                Outcome = p.Outcome,
                OutcomeDetail = p.OutcomeDetail,
                Status = p.Status,
                Depth = p.Depth,
                ResponseMilliseconds = Math.Round(p.ResponseMilliseconds, 1),
                LoadMilliseconds = Math.Round(p.LoadMilliseconds, 1),
                Elements = p.Elements.Count,
                Forms = p.Forms.Count,
                ConsoleMessages = p.Console.Count,
                FailedRequests = p.FailedRequests.Count,
                Tests = reach.TestsOf(p.Id),
                Findings = findingsOf.GetValueOrDefault(p.Id),
                Screenshot = p.Screenshot is null ? null : ReportEvidence.Of(p.Screenshot),
            }),
        ];
    }

    private static IReadOnlyList<string> Slowest(SiteMap? site) =>
    [
        .. (site?.Pages ?? [])
            .Where(p => p.Outcome == PageOutcome.Ok && p.LoadMilliseconds > 0)
            .OrderByDescending(p => p.LoadMilliseconds)
            .Take(MaxSlowPages)
            .Select(p => p.Id),
    ];
}
