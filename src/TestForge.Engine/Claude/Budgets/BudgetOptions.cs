using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Claude.Budgets;

/// <summary>What calls may cost; a call that might cost more is not made. Money in USD; unset is no limit.</summary>
public sealed class BudgetOptions
{
    [Range(0, 1_000_000)]
    public decimal? UsdPerCall { get; set; } = 1;

    [Range(0, 1_000_000)]
    public decimal? UsdPerRun { get; set; } = 5;

    /// <summary>Of one project in a month.</summary>
    [Range(0, 1_000_000)]
    public decimal? UsdPerProject { get; set; }

    /// <summary>Of one tenant in a month.</summary>
    [Range(0, 1_000_000)]
    public decimal? UsdPerTenant { get; set; }

    /// <summary>Of everybody in a month.</summary>
    [Range(0, 1_000_000)]
    public decimal? UsdPerMonth { get; set; } = 50;

    public long? TokensPerCall { get; set; }

    public long? TokensPerRun { get; set; }

    public long? TokensPerProject { get; set; }

    public long? TokensPerTenant { get; set; }

    public long? TokensPerMonth { get; set; }
}
