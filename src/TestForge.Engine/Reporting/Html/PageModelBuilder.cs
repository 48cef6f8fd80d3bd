using System.Globalization;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Arranges the report for the templates.</summary>
internal sealed class PageModelBuilder(RunReport report, ReportImages images, bool forPrint)
{
    /// <summary>More console lines than these help nobody; report.json has them all.</summary>
    private const int MaxLogLines = 20;

    private const int MaxUntested = 200;
    private const int MaxApiCalls = 300;
    private const int MaxFlowStops = 30;

    // Paper: about ten A4 pages of steps, forty of titles, twenty-five of pages.
    private const int MaxPrintedSteps = 60;
    private const int MaxPrintedCases = 1000;
    private const int MaxPrintedPages = 100;

    private static readonly string[] Compared = [ArtifactKinds.ActualPicture, ArtifactKinds.Baseline, ArtifactKinds.PictureDifference];

    private static readonly Verdict[] Urgency = [Verdict.Failed, Verdict.Quarantined, Verdict.Flaky, Verdict.Healed, Verdict.NotRun, Verdict.Passed];

    /// <summary>All pictures the page can show, the most telling first.</summary>
    public static IEnumerable<ReportEvidence> Pictures(RunReport report) =>
        report.Cases.Where(c => c.Verdict == Verdict.Failed)
            .Concat(report.Cases.Where(c => c.Verdict == Verdict.Flaky))
            .SelectMany(c => Compared.Select(kind => PictureOf(AttemptOf(c), kind)).Append(AttemptOf(c)?.Look?.HeatMap).Append(PictureOf(AttemptOf(c))))
            .Concat(report.Heals.SelectMany(h => new[] { h.LookBefore, h.LookAfter }))
            .Concat(report.Pages.Select(p => p.Screenshot))
            // Last, so that states never take the room of pages.
            .Concat(report.Map?.Nodes.Select(n => n.Screenshot) ?? [])
            .OfType<ReportEvidence>();

    public PageModel Build(string csp, IReadOnlyList<string> styles, string script) => new()
    {
        Report = report,
        ForPrint = forPrint,
        Csp = csp,
        Styles = styles,
        Script = script,
        Host = report.Target.Authority,
        Bar = [.. Bar()],
        Causes = [.. Causes()],
        Flaky = [.. report.Cases.Where(c => c.Verdict == Verdict.Flaky).Select(Trouble)],
        Features = Features(),
        Categories = [.. report.Findings.GroupBy(g => g.Category).Select(g => new CategoryView(g.Key, g.Sum(x => x.Findings.Count), [.. g]))],
        Untested = [.. Untested()],
        Pages = [.. report.Pages.Take(forPrint ? MaxPrintedPages : int.MaxValue).Select(p => new PageView(p, images.AddressOf(p.Screenshot)))],
        Slowest = [.. report.SlowestPages.Select(id => report.Pages.First(p => p.Id == id))],
        ShowSteps = !forPrint || report.Cases.Count <= MaxPrintedSteps,
        PicturesLeftOut = images.LeftOut,
        SkippedCount = report.Skipped.Sum(s => s.Count),
        Insights = [.. InsightsBelow()],
        Heals = [.. report.Heals.Select(h => new HealView(h, images.AddressOf(h.LookBefore), images.AddressOf(h.LookAfter)))],
        Map = report.Map is null ? null : new MapViewBuilder(report, report.Map, images, forPrint).Build(),
        Timeline = TimelineBuilder.Build(report),
        Trend = TrendBuilder.Build(report),
        Covered = CoverageMapBuilder.Build(report, forPrint),
        Flows = [.. report.Flows.Select(Flow)],
        ApiCalls = [.. report.ApiCalls.Take(MaxApiCalls)],
        ApiCallsLeftOut = Math.Max(0, report.ApiCalls.Count - MaxApiCalls),
        HasApplication = report.Flows.Count + report.Technologies.Count + report.ApiCalls.Count + report.Roles.Count > 0,
        Robots = RobotsSaid(),
        CasesLeftOut = forPrint ? Math.Max(0, report.Cases.Count - MaxPrintedCases) : 0,
        PagesLeftOut = forPrint ? Math.Max(0, report.Pages.Count - MaxPrintedPages) : 0,
    };

    private IEnumerable<BarSegment> Bar()
    {
        var at = 0;
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var count = report.Cases.Count(c => c.Verdict == verdict);
            if (count > 0)
            {
                yield return new(verdict, count, Share(at), Share(count));
            }

            at += count;
        }
    }

    private string Share(int count) => (100.0 * count / report.Cases.Count).ToString("0.###", CultureInfo.InvariantCulture);

    private IEnumerable<CauseView> Causes()
    {
        var failed = report.Cases.Where(c => c.Verdict == Verdict.Failed).ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var group in report.FailureGroups)
        {
            TroubleView[] troubles = [.. group.Cases.Select(c => failed.Remove(c.Id, out var test) ? test : null).OfType<ReportCase>().Select(Trouble)];
            if (troubles is [var first, .. var others])
            {
                yield return new(group, group.Cause != FailureCause.Single, first, others);
            }
        }

        // A failure without a recorded reason is in no group.
        foreach (var (test, index) in failed.Values.Select((t, i) => (t, i)))
        {
            yield return new(new() { Key = $"unknown-{index}", Cause = FailureCause.Single, Title = test.Title, Engineer = "", Manager = "", Cases = [], Features = [] }, Explained: false, Trouble(test), []);
        }
    }

    private TroubleView Trouble(ReportCase test)
    {
        var attempt = AttemptOf(test);
        var picture = PictureOf(attempt);
        var address = images.AddressOf(picture);
        return new(
            test,
            report.Features.FirstOrDefault(f => f.Id == test.FeatureId)?.Title ?? test.FeatureId,
            attempt is null ? null : attempt with { Console = [.. attempt.Console.Take(MaxLogLines)], FailedRequests = [.. attempt.FailedRequests.Take(MaxLogLines)] },
            address,
            // The original is linked too: the page shows it small.
            [.. attempt?.Evidence ?? [], .. attempt?.Look?.HeatMap is { } heat ? [heat] : Array.Empty<ReportEvidence>()],
            Math.Max(0, (attempt?.Console.Count ?? 0) - MaxLogLines),
            Math.Max(0, (attempt?.FailedRequests.Count ?? 0) - MaxLogLines),
            ExploredPicture(test.FailedAt),
            ComparedOf(attempt));
    }

    private ComparedView? ComparedOf(ReportAttempt? attempt) =>
        Compared.Select(kind => images.AddressOf(PictureOf(attempt, kind))).ToArray() is [{ } actual, { } expected, var difference]
            ? new(actual, expected, difference, images.AddressOf(attempt?.Look?.HeatMap), attempt?.Look)
            : null;

    /// <summary>The picture that the exploration took of the place; it is in the file already, with the pages or the map.</summary>
    private ReportEvidence? ExploredPicture(string? place) => place is null
        ? null
        : report.Pages.FirstOrDefault(p => p.Id == place)?.Screenshot ?? report.Map?.Nodes.FirstOrDefault(n => n.Id == place)?.Screenshot;

    private FlowView Flow(BusinessFlow flow)
    {
        var nodes = report.Map?.Nodes.ToDictionary(n => n.Id, n => n.Title.Length > 0 ? n.Title : n.Url, StringComparer.Ordinal) ?? [];
        return new(flow, [.. flow.Stops.Take(MaxFlowStops).Select(id => new MapStepView(id, "", nodes.GetValueOrDefault(id, id)))]);
    }

    private string? RobotsSaid() => report.Robots switch
    {
        null => null,
        { Found: false } => "The application has no robots.txt.",
        { Respected: false } => "The application has a robots.txt; this run was told not to keep to it.",
        var note => $"The crawl kept to robots.txt: {Words.Count(note.Disallowed, "address", "addresses")} left out"
            + (note.CrawlDelaySeconds > 0 ? $", {Figures.Number(note.CrawlDelaySeconds, 1)} s between two requests" : "")
            + (note.Sitemaps.Count > 0 ? $", {Words.Count(note.Sitemaps.Count, "sitemap")} read." : "."),
    };

    /// <summary>By rules, what to do next stands on the first screen already.</summary>
    private IEnumerable<InsightSection> InsightsBelow() => report.Insights is not { } insights
        ? []
        : insights.Sections.Where(s => s.Kind is not (InsightKind.Deployment or InsightKind.Risk) && (s.Kind != InsightKind.Recommendations || insights.Model is not null));

    private static ReportAttempt? AttemptOf(ReportCase test) => test.Attempts.LastOrDefault(a => !a.Passed);

    private static ReportEvidence? PictureOf(ReportAttempt? attempt, string kind = ArtifactKinds.Screenshot) =>
        attempt?.Evidence.LastOrDefault(e => e.Kind == kind);

    private List<FeatureView> Features()
    {
        var room = forPrint ? MaxPrintedCases : int.MaxValue;
        List<FeatureView> features = [];
        var byFeature = report.Cases.ToLookup(c => c.FeatureId, StringComparer.Ordinal);
        foreach (var feature in report.Features)
        {
            ReportCase[] cases = [.. byFeature[feature.Id].OrderBy(c => Array.IndexOf(Urgency, c.Verdict)).Take(room)];
            room -= cases.Length;
            if (cases.Length > 0)
            {
                features.Add(new(feature, cases));
            }
        }

        return features;
    }

    private IEnumerable<UntestedGroup> Untested()
    {
        var urls = report.Pages.ToDictionary(p => p.Id, p => p.Url, StringComparer.Ordinal);
        foreach (var (kind, title) in new[] { ("page", "Pages"), ("form", "Forms"), ("transition", "Ways between pages") })
        {
            var items = report.Coverage.Untested.Where(u => u.Kind == kind).ToArray();
            if (items.Length > 0)
            {
                yield return new(
                    title,
                    items.Length,
                    Math.Max(0, items.Length - MaxUntested),
                    [.. items.Take(MaxUntested).Select(u => new UntestedView(u.What, urls.GetValueOrDefault(u.PageId, "")))]);
            }
        }
    }
}
