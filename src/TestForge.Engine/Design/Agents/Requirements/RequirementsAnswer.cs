using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Requirements;

/// <summary>What the application must do.</summary>
internal sealed record RequirementsAnswer
{
    [Description("The most important first.")]
    [MinLength(1)]
    [MaxLength(24)]
    public required IReadOnlyList<RequirementAnswer> Requirements { get; init; }
}
