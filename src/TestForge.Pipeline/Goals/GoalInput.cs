namespace TestForge.Pipeline;

/// <summary>Goals to make cases of.</summary>
/// <param name="Wanted">The goals, in the order in which they are explored.</param>
/// <param name="Limits">How much exploring may do for each.</param>
/// <param name="Scope">What belongs to the application; nothing else is opened.</param>
public sealed record GoalInput(IReadOnlyList<TestGoal> Wanted, GoalLimits Limits, ScopeRules Scope);
