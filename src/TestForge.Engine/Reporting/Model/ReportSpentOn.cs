using System.ComponentModel;
using TestForge.Engine.Claude.Budgets;

namespace TestForge.Engine.Reporting.Model;

[Description("What calls for one purpose cost.")]
internal sealed record ReportSpentOn
{
    [Description("page, application, case, heal, triage, report or check.")]
    public required string Purpose { get; init; }

    public required int Calls { get; init; }
    public required int Kept { get; init; }
    public required decimal Usd { get; init; }
    public required decimal SavedUsd { get; init; }
    public required long Tokens { get; init; }

    [Description("How many pages, cases or elements the calls were about.")]
    public required int Subjects { get; init; }

    [Description("USD for each of these; absent when there are none.")]
    public decimal? UsdEach { get; init; }

    public static ReportSpentOn Of(SpentOnPurpose spent) => new()
    {
        Purpose = spent.Purpose.ToString().ToLowerInvariant(),
        Calls = spent.Sum.Calls,
        Kept = spent.Sum.Hits,
        Usd = spent.Sum.Usd,
        SavedUsd = spent.Sum.SavedUsd,
        Tokens = spent.Sum.Tokens,
        Subjects = spent.Subjects,
        UsdEach = spent.Subjects == 0 ? null : Math.Round(spent.Sum.Usd / spent.Subjects, 6),
    };
}
