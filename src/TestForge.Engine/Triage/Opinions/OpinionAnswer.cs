using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage.Opinions;

/// <summary>What the model takes a failure for.</summary>
internal sealed record OpinionAnswer
{
    [Description("The one class that the evidence shows; unknown when it shows none.")]
    public required FailureClass Class { get; init; }

    [Description("Names of the lines that show it, such as e3. Empty when the class is unknown.")]
    [MaxLength(6)]
    public required IReadOnlyList<string> Lines { get; init; }

    [Description("Why these lines show this class, in one sentence.")]
    [MaxLength(300)]
    public required string Reason { get; init; }
}
