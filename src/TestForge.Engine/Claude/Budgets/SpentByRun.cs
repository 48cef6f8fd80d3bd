namespace TestForge.Engine.Claude.Budgets;

/// <summary>What the calls of one run cost, in all and for each purpose.</summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="WhyOff">Why none was asked, in a sentence; null when there is a key.</param>
internal sealed record SpentByRun(string Model, string? WhyOff, Spending Total, IReadOnlyList<SpentOnPurpose> Purposes);
