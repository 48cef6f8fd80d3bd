using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Grounding;

/// <summary>One test in steps that a program can take.</summary>
internal sealed record StepsAnswer
{
    [Description("Why the test cannot be done with the controls of the data; null when it can.")]
    [MaxLength(240)]
    public string? Impossible { get; init; }

    [Description("The first opens a page.")]
    [MaxLength(20)]
    public required IReadOnlyList<StepAnswer> Steps { get; init; }

    [Description("What is seen after the last step.")]
    [MaxLength(4)]
    public required IReadOnlyList<ExpectationAnswer> Expectations { get; init; }
}
