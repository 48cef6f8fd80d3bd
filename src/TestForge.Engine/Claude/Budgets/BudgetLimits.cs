using System.Globalization;

namespace TestForge.Engine.Claude.Budgets;

/// <summary>Holds calls to the budgets, before they are made.</summary>
internal sealed class BudgetLimits(BudgetOptions options)
{
    /// <summary>Ends the call when what is committed already and the most it can cost are more than a budget.</summary>
    public void Check(LedgerMonth month, LedgerLine call)
    {
        var budgets = new (string Whose, string Setting, decimal? Usd, long? Tokens, Func<ClaudeScope, bool>? Counts)[]
        {
            ("One call", "PerCall", options.UsdPerCall, options.TokensPerCall, null),
            ("The run", "PerRun", options.UsdPerRun, options.TokensPerRun, s => s.Tenant == call.Tenant && s.Project == call.Project && s.Run == call.Run),
            ("The project", "PerProject", options.UsdPerProject, options.TokensPerProject, s => s.Tenant == call.Tenant && s.Project == call.Project),
            ("The tenant", "PerTenant", options.UsdPerTenant, options.TokensPerTenant, s => s.Tenant == call.Tenant),
            ("The month", "PerMonth", options.UsdPerMonth, options.TokensPerMonth, _ => true),
        };
        foreach (var (whose, setting, usd, tokens, counts) in budgets.Where(b => b.Usd is not null || b.Tokens is not null))
        {
            var (committedUsd, committedTokens) = counts is null ? default : month.Committed(counts, call.At);
            var share = counts is null ? call.Calls : 1;
            if (committedUsd + (call.Usd / share) > usd)
            {
                throw Over(whose, $"{Money(usd.Value)} USD", $"{Money(committedUsd)}", $"{Money(call.Usd)}", $"usd{setting}");
            }

            if (committedTokens + (call.Tokens / share) > tokens)
            {
                throw Over(whose, $"{tokens} tokens", $"{committedTokens}", $"{call.Tokens}", $"tokens{setting}");
            }
        }
    }

    private static ClaudeStopException Over(string whose, string limit, string committed, string call, string setting) => new(
        ClaudeOutcome.OverBudget,
        $"{whose} may take {limit}; {committed} are spent or set aside, and this call could take {call} more (claude.{setting}).");

    private static string Money(decimal usd) => usd.ToString("0.00##", CultureInfo.InvariantCulture);
}
