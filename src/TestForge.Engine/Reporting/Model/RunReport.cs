using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

[Description("Everything TestForge says about one run.")]
internal sealed record RunReport
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    [Description("Version of this format. Readers refuse what is newer than they know.")]
    public int Version { get; init; } = CurrentVersion;

    [Description("Version of TestForge that wrote the report.")]
    public required string ProductVersion { get; init; }

    public required Guid RunId { get; init; }
    public required Uri Target { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    [Description("When the report was written.")]
    public required DateTimeOffset FinishedAt { get; init; }

    [Description("True when the run was stopped before its end; the report then holds what there was.")]
    public required bool Interrupted { get; init; }

    public required ReportVerdict Verdict { get; init; }
    [Description("What the run means: risk, whether to deploy and why, patterns, causes, recommendations.")]
    public ReportInsights? Insights { get; init; }

    public required HealthScore Health { get; init; }
    public required ReportTotals Totals { get; init; }
    public required ReportEnvironment Environment { get; init; }

    [Description("What calls to the language model cost, or why there were none.")]
    public ReportSpending? Spending { get; init; }

    public required IReadOnlyList<ReportFeature> Features { get; init; }

    [Description("Every case of the plan, the most valuable first.")]
    public required IReadOnlyList<ReportCase> Cases { get; init; }

    [Description("Failed cases by what most likely made them fail, the largest group first.")]
    public IReadOnlyList<FailureGroup> FailureGroups { get; init; } = [];

    [Description("The rules of the quality gate, when there are any.")]
    public IReadOnlyList<GateOutcome> Gates { get; init; } = [];

    [Description("This run among earlier ones; absent when none is remembered.")]
    public ReportHistory? History { get; init; }

    public required IReadOnlyList<ReportHeal> Heals { get; init; }

    [Description("Set when more was healed than may be: the application was redesigned, which fails the run.")]
    public HealExcess? HealExcess { get; init; }

    public required ReportCoverage Coverage { get; init; }
    public required IReadOnlyList<FindingGroup> Findings { get; init; }
    public required IReadOnlyList<ReportPage> Pages { get; init; }

    [Description("Ids of the pages that took longest to load, the slowest first.")]
    public required IReadOnlyList<string> SlowestPages { get; init; }

    [Description("What a language model made of the application, with stories and their tests; absent when none was asked.")]
    public ReportApplication? Application { get; init; }

    [Description("Pages, their states, and the ways between them; absent when no page was found.")]
    public ReportMap? Map { get; init; }

    [Description("Calls that pages made to the application's API.")]
    public IReadOnlyList<ReportApiCall> ApiCalls { get; init; } = [];

    [Description("What the application seems to be made with.")]
    public IReadOnlyList<TechnologyHint> Technologies { get; init; } = [];

    [Description("Ways through the application that serve a purpose of its users.")]
    public IReadOnlyList<BusinessFlow> Flows { get; init; } = [];

    [Description("What each role sees, when several were asked for.")]
    public IReadOnlyList<RoleView> Roles { get; init; } = [];

    [Description("What robots.txt says and what was made of it.")]
    public RobotsNote? Robots { get; init; }

    [Description("The consent banner that lay over pages, and how it was answered.")]
    public ConsentBanner? Consent { get; init; }

    [Description("What discovery left out, by reason.")]
    public required IReadOnlyList<SkippedGroup> Skipped { get; init; }

    [Description("Expectations that design tried and left out because they did not hold in two visits.")]
    public required IReadOnlyList<DroppedExpectation> Dropped { get; init; }
}
