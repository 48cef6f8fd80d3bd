namespace TestForge.Pipeline;

/// <summary>A rule of the quality gate and what became of it.</summary>
/// <param name="Rule">The rule as it was decided.</param>
/// <param name="Met">Whether the run meets it.</param>
/// <param name="Value">What was measured, or null when it is not known, which meets no rule.</param>
/// <param name="Implied">True for the rule that no test fails, which holds unless another one says how many may.</param>
/// <param name="Note">What to know about the value, or null.</param>
public sealed record GateOutcome(string Rule, bool Met, double? Value, bool Implied = false, string? Note = null);
