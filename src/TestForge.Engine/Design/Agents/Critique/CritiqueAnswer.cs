using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Design.Agents.Critique;

/// <summary>What is worth keeping.</summary>
internal sealed record CritiqueAnswer
{
    [MaxLength(200)]
    public required IReadOnlyList<VerdictAnswer> Verdicts { get; init; }
}
