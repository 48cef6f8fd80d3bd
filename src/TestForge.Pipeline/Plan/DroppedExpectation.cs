namespace TestForge.Pipeline;

/// <summary>An expectation that was tried and left out.</summary>
/// <param name="CaseTitle">The case it would have belonged to.</param>
/// <param name="Expectation">The step in words.</param>
/// <param name="Reason">What was observed, both times.</param>
public sealed record DroppedExpectation(string CaseTitle, string Expectation, string Reason);
