namespace TestForge.Pipeline;

/// <summary>Everything a run depends on. Two runs with equal inputs do the same.</summary>
public sealed record RunInput
{
    public required Guid RunId { get; init; }

    /// <summary>The address given by the user.</summary>
    public required Uri Target { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public CrawlLimits Limits { get; init; } = new();

    public ScopeRules Scope { get; init; } = new();

    public SessionSource Session { get; init; } = new();

    /// <summary>Roles to compare while exploring, the one of <see cref="Session"/> first.</summary>
    public IReadOnlyList<RoleSource> Roles { get; init; } = [];

    /// <summary>Most cases kept in the plan; the default is 100.</summary>
    public int MaxTests { get; init; } = 100;

    public IReadOnlyList<ScriptLanguage> Languages { get; init; } = [ScriptLanguage.TypeScript];

    /// <summary><c>in-process</c> or <c>playwright</c>.</summary>
    public string Backend { get; init; } = ExecutionBackends.InProcess;

    /// <summary>What may be done about drifted locators.</summary>
    public HealingRules Healing { get; init; } = new();

    /// <summary>What people said of earlier heals, as JSON of <see cref="HealMemory"/>; null when nothing is remembered.</summary>
    public ArtifactRef? HealMemory { get; init; }

    /// <summary>Feeds every choice and every made-up value.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Which cases to run and in which order; the default is all in the plan's.</summary>
    public CaseSelection Selection { get; init; } = new();

    /// <summary>How many cases may fail before the rest is left; null, the default, means all may.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>Formats of the report to write beside those that always are, by <see cref="ReportFormats"/>.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>Rules of the quality gate, as <see cref="GateRule"/> reads them.</summary>
    public IReadOnlyList<string> Gates { get; init; } = [];

    /// <summary>Where baselines are; null when no pictures are to be compared.</summary>
    public BaselineSource? Baselines { get; init; }

    /// <summary>What people want to be possible, to be made cases of beside those of the rules.</summary>
    public IReadOnlyList<TestGoal> Goals { get; init; } = [];

    /// <summary>How much exploring may do for each goal.</summary>
    public GoalLimits GoalLimits { get; init; } = new();

    /// <summary>How much a language model may be asked while tests are designed, where there is one.</summary>
    public AgentLimits Agents { get; init; } = new();

    /// <summary>A plan to run instead of exploring and designing anew, or null.</summary>
    public PlannedRun? Planned { get; init; }
}
