using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Purpose;

internal sealed record FlowAnswer
{
    [Description("In a user's words.")]
    [MinLength(3)]
    [MaxLength(80)]
    public required string Name { get; init; }

    [Description("What it is worth, and to whom.")]
    [MaxLength(240)]
    public required string Why { get; init; }

    [Description("The name of the persona whose it is.")]
    [MaxLength(60)]
    public required string Persona { get; init; }

    [Description("Ids of its pages in order.")]
    [MinLength(1)]
    [MaxLength(10)]
    public required IReadOnlyList<string> Pages { get; init; }
}
