namespace TestForge.Pipeline;

/// <summary>One action on the way to a state.</summary>
/// <param name="Action">A word of <see cref="SiteActions"/>.</param>
/// <param name="ElementId">What it is done to.</param>
/// <param name="Value">The option, key or text, where the action has one.</param>
public sealed record StateStep(string Action, string ElementId, string? Value = null);
