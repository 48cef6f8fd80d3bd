namespace TestForge.Pipeline;

/// <summary>How much exploring may do for one goal; what it may cost is held to by the budgets of the language model.</summary>
/// <param name="MaxSteps">Most things done to pages, those that failed included.</param>
/// <param name="MaxMinutes">Longest time.</param>
public sealed record GoalLimits(int MaxSteps = 25, int MaxMinutes = 5);
