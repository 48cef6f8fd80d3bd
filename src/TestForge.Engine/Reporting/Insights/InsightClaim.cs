using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>A sentence of the model with what it says it rests on.</summary>
internal sealed record InsightClaim
{
    [Description("One plain sentence, without names of evidence such as c3 in it.")]
    [MaxLength(320)]
    public required string Text { get; init; }

    [Description("Names of the evidence that the sentence rests on, such as g1 or c3.")]
    [MaxLength(6)]
    public required IReadOnlyList<string> Evidence { get; init; }
}
