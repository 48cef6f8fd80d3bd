namespace TestForge.Pipeline;

/// <summary>One sentence of a goal.</summary>
public sealed record GoalStep(GoalStepKind Kind, string Text);
