namespace TestForge.Pipeline;

/// <summary>One line of a case.</summary>
/// <param name="Keyword">Given, When or Then.</param>
/// <param name="Text">The line in words, without the keyword.</param>
/// <param name="Action">What is done or checked.</param>
public sealed record TestStep(StepKeyword Keyword, string Text, StepAction Action);
