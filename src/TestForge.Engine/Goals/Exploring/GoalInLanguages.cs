using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>A goal, said in other languages.</summary>
internal sealed record GoalInLanguages
{
    [Description("The goal in each of the languages asked for, in their order, and nothing else.")]
    [MaxLength(4)]
    public required IReadOnlyList<string> Texts { get; init; }
}
