using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>What the templates see.</summary>
internal sealed record PageModel
{
    public required RunReport Report { get; init; }
    public required bool ForPrint { get; init; }
    public required string Csp { get; init; }
    public required IReadOnlyList<string> Styles { get; init; }
    public required string Script { get; init; }
    public required string Host { get; init; }
    public required IReadOnlyList<BarSegment> Bar { get; init; }
    public required IReadOnlyList<CauseView> Causes { get; init; }
    public required IReadOnlyList<TroubleView> Flaky { get; init; }
    public required IReadOnlyList<FeatureView> Features { get; init; }
    public required IReadOnlyList<CategoryView> Categories { get; init; }
    public required IReadOnlyList<UntestedGroup> Untested { get; init; }
    public required IReadOnlyList<PageView> Pages { get; init; }
    public required IReadOnlyList<ReportPage> Slowest { get; init; }

    /// <summary>False on paper when there are so many cases that their steps would fill a book.</summary>
    public required bool ShowSteps { get; init; }

    /// <summary>Pictures that had no room.</summary>
    public required int PicturesLeftOut { get; init; }

    public required int SkippedCount { get; init; }

    /// <summary>What the first screen does not show of the insights; empty when it shows all.</summary>
    public IReadOnlyList<InsightSection> Insights { get; init; } = [];

    public IReadOnlyList<HealView> Heals { get; init; } = [];

    public MapView? Map { get; init; }
    public TimelineView? Timeline { get; init; }
    public TrendView? Trend { get; init; }
    public CoverageMapView? Covered { get; init; }
    public IReadOnlyList<FlowView> Flows { get; init; } = [];

    /// <summary>The first of the API's calls; the report in JSON has all.</summary>
    public IReadOnlyList<ReportApiCall> ApiCalls { get; init; } = [];

    public int ApiCallsLeftOut { get; init; }

    /// <summary>Whether anything is known of what the application is made of.</summary>
    public bool HasApplication { get; init; }

    /// <summary>What was made of robots.txt, in a sentence, or null.</summary>
    public string? Robots { get; init; }

    /// <summary>Cases and pages that paper leaves to the HTML report.</summary>
    public int CasesLeftOut { get; init; }

    public int PagesLeftOut { get; init; }
}
