using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>What exploring for a goal came to.</summary>
internal sealed record GoalTrail
{
    public required TestGoal Goal { get; init; }

    /// <summary>What was done and what proved it, in order; steps that failed are not among them.</summary>
    public IReadOnlyList<TrailItem> Items { get; init; } = [];

    /// <summary>Stable code of why the goal was not reached, or null.</summary>
    public string? Code { get; init; }

    /// <summary>The same in a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>Everything that was tried.</summary>
    public int Tried { get; init; }

    public string LastPath { get; init; } = "";

    public bool Reached => Code is null;
}
