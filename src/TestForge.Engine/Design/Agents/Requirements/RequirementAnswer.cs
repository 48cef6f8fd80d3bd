using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Requirements;

internal sealed record RequirementAnswer
{
    [MinLength(3)]
    [MaxLength(100)]
    public required string Title { get; init; }

    [Description("The requirement in a sentence.")]
    [MaxLength(300)]
    public required string Text { get; init; }

    [Description("The id of the flow it is part of, such as flow1.")]
    [MaxLength(20)]
    public required string Flow { get; init; }

    [MinLength(1)]
    [MaxLength(4)]
    public required IReadOnlyList<StoryAnswer> Stories { get; init; }
}
