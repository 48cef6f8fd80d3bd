namespace TestForge.Engine.Claude.Budgets;

/// <param name="Purpose">What the calls were for.</param>
/// <param name="Sum">What they cost together.</param>
/// <param name="Subjects">How many pages, cases or elements they were about.</param>
internal sealed record SpentOnPurpose(ClaudePurpose Purpose, Spending Sum, int Subjects);
