namespace TestForge.Pipeline;

/// <summary>How much a language model may be asked while tests are designed; what that may cost is held to by its budgets.</summary>
/// <param name="MaxPages">Most pages that are asked about, one question each.</param>
/// <param name="MaxFlows">Most flows that tests are designed for, one question each.</param>
/// <param name="MaxCases">Most cases whose steps are asked for, one question each; 0 asks nothing at all.</param>
public sealed record AgentLimits(int MaxPages = 20, int MaxFlows = 6, int MaxCases = 24);
