using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Healing.Picking;

/// <summary>Which of the look-alikes the model takes for the element.</summary>
internal sealed record PickAnswer
{
    [Description("Number of the candidate that is the element, as listed; null when the data do not tell.")]
    public required int? Candidate { get; init; }

    [Description("What tells it from the others, or why that cannot be told, in one sentence.")]
    [MaxLength(300)]
    public required string Reason { get; init; }
}
