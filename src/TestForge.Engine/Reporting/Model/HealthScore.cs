using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

/// <summary>The health score and how it came about.</summary>
internal sealed record HealthScore
{
    [Description("0 to 100, rounded to one decimal; 0 and meaningless when known is false.")]
    public required double Score { get; init; }

    [Description("False when no test ran, so that there is nothing to score.")]
    public required bool Known { get; init; }

    public required string Formula { get; init; }
    public required IReadOnlyList<HealthComponent> Components { get; init; }
}
