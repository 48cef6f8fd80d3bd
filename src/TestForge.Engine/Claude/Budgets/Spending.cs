namespace TestForge.Engine.Claude.Budgets;

/// <summary>What was spent on something.</summary>
/// <param name="Calls">Calls made.</param>
/// <param name="Hits">Answers that were there already.</param>
/// <param name="Usd">Spent.</param>
/// <param name="SavedUsd">What the answers that were there already had cost.</param>
/// <param name="Tokens">Tokens in and out.</param>
public readonly record struct Spending(int Calls, int Hits, decimal Usd, decimal SavedUsd, long Tokens)
{
    public static Spending operator +(Spending a, Spending b) => new(a.Calls + b.Calls, a.Hits + b.Hits, a.Usd + b.Usd, a.SavedUsd + b.SavedUsd, a.Tokens + b.Tokens);
}
