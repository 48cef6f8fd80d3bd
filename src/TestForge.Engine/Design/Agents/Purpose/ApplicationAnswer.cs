using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Purpose;

/// <summary>What the application is, for whom, and what they do with it.</summary>
internal sealed record ApplicationAnswer
{
    [Description("The trade or field that it serves, in few words.")]
    [MaxLength(100)]
    public required string Domain { get; init; }

    [Description("What the application is for, in a sentence or two.")]
    [MaxLength(400)]
    public required string Summary { get; init; }

    [MinLength(1)]
    [MaxLength(5)]
    public required IReadOnlyList<PersonaAnswer> Personas { get; init; }

    [Description("The most important first.")]
    [MinLength(1)]
    [MaxLength(12)]
    public required IReadOnlyList<FlowAnswer> Flows { get; init; }
}
