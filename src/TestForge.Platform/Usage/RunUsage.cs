using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Usage;

/// <summary>Writes down what a run used, in the transaction that ends it.</summary>
internal sealed class RunUsage : IRunFinisher
{
    public Task FinishAsync(PlatformDb db, Run run, RunOutcome? outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var summary = outcome?.Summary;
        db.UsageRecords.Add(new()
        {
            Id = run.Id,
            TenantId = run.TenantId,
            ProjectId = run.ProjectId,
            Month = MonthOf(now),
            At = now,
            Pages = run.RetryOf is null ? summary?.Pages ?? 0 : 0,
            Tests = summary is null ? 0 : summary.Passed + summary.Failed + summary.Flaky + summary.Healed + summary.Quarantined,
            BrowserMilliseconds = run.StartedAt is { } started ? (long)Math.Max(0, (now - started).TotalMilliseconds) : 0,
            Tokens = summary?.Spending?.Tokens ?? 0,
            MicroUsd = (long)Math.Round((summary?.Spending?.Usd ?? 0) * 1_000_000),
            StoredBytes = outcome?.StoredBytes ?? 0,
        });
        return Task.CompletedTask;
    }

    /// <summary>A month by UTC as a number, such as 202603.</summary>
    public static int MonthOf(DateTimeOffset at) => (at.UtcDateTime.Year * 100) + at.UtcDateTime.Month;
}
