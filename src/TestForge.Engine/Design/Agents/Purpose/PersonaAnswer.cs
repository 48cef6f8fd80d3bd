using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Purpose;

internal sealed record PersonaAnswer
{
    [MaxLength(60)]
    public required string Name { get; init; }

    [Description("What they come for.")]
    [MaxLength(240)]
    public required string Wants { get; init; }
}
