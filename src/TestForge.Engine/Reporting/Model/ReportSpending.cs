using System.ComponentModel;
using TestForge.Engine.Claude.Budgets;

namespace TestForge.Engine.Reporting.Model;

[Description("What calls to the language model cost in this run.")]
internal sealed record ReportSpending
{
    public required string Model { get; init; }

    [Description("Why rules decided alone; absent when there was a key.")]
    public string? WhyOff { get; init; }

    public required int Calls { get; init; }

    [Description("Answers that were there from earlier calls.")]
    public required int Kept { get; init; }

    public required decimal Usd { get; init; }

    [Description("What the kept answers had cost, in USD.")]
    public required decimal SavedUsd { get; init; }

    [Description("Tokens in and out.")]
    public required long Tokens { get; init; }

    public required IReadOnlyList<ReportSpentOn> Purposes { get; init; }

    public static ReportSpending Of(SpentByRun spent) => new()
    {
        Model = spent.Model,
        WhyOff = spent.WhyOff,
        Calls = spent.Total.Calls,
        Kept = spent.Total.Hits,
        Usd = spent.Total.Usd,
        SavedUsd = spent.Total.SavedUsd,
        Tokens = spent.Total.Tokens,
        Purposes = [.. spent.Purposes.Select(ReportSpentOn.Of)],
    };
}
