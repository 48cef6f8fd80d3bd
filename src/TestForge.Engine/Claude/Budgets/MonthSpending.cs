namespace TestForge.Engine.Claude.Budgets;

/// <summary>What calls cost in the current month.</summary>
/// <param name="Month">Such as 2026-11, in UTC.</param>
/// <param name="Total">All of them.</param>
/// <param name="Projects">By application, the dearest first.</param>
/// <param name="Purposes">By what calls were for, such as <c>page</c>, <c>case</c> and <c>heal</c>.</param>
public sealed record MonthSpending(string Month, Spending Total, IReadOnlyDictionary<string, Spending> Projects, IReadOnlyDictionary<string, Spending> Purposes);
