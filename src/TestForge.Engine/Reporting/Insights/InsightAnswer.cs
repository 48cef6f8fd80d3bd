using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>What the model makes of a run.</summary>
internal sealed record InsightAnswer
{
    [Description("What the run shows, for a person who decides and knows no code. The most important first.")]
    [MaxLength(3)]
    public required IReadOnlyList<InsightClaim> Summary { get; init; }

    [Description("Why the advice about deploying is what it is.")]
    [MaxLength(2)]
    public required IReadOnlyList<InsightClaim> Deployment { get; init; }

    [Description("What may go wrong for users, or is not known because it was not tested.")]
    [MaxLength(3)]
    public required IReadOnlyList<InsightClaim> Risk { get; init; }

    [Description("What several failures, flaky tests, heals or findings have in common. Empty when nothing.")]
    [MaxLength(4)]
    public required IReadOnlyList<InsightClaim> FailurePatterns { get; init; }

    [Description("What most likely made tests fail, for an engineer. Say likely where it is not shown. Empty when none failed.")]
    [MaxLength(4)]
    public required IReadOnlyList<InsightClaim> RootCauses { get; init; }

    [Description("What to do, the most urgent first.")]
    [MaxLength(5)]
    public required IReadOnlyList<InsightClaim> Recommendations { get; init; }
}
