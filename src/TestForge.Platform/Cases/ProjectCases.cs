using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Cases;

/// <summary>What a project knows of its cases: given to its runs before, and learnt from them after.</summary>
internal sealed class ProjectCases(TimeProvider clock) : IRunPreparer, IRunFinisher
{
    public async Task<RunOrder> PrepareAsync(PlatformDb db, Run run, RunOrder order, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var cases = db.ProjectCases.AsNoTracking().Where(c => c.ProjectId == run.ProjectId);
        var quarantined = await cases.Where(c => c.QuarantineExpires != null && c.QuarantineExpires >= today).OrderBy(c => c.Key).ToArrayAsync(cancellationToken);
        var disabled = await cases.Where(c => !c.Enabled).OrderBy(c => c.Key).Select(c => c.Key).ToArrayAsync(cancellationToken);
        return order with
        {
            Input = order.Input with
            {
                Selection = order.Input.Selection with
                {
                    Quarantine = [.. quarantined.Select(c => new QuarantineEntry(c.Key, null, new(c.QuarantineReason ?? "", c.QuarantineOwner ?? "", c.QuarantineExpires!.Value)))],
                    Disabled = disabled,
                },
            },
        };
    }

    public async Task FinishAsync(PlatformDb db, Run run, RunOutcome? outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (outcome?.Plan is not { } plan || !await ProjectLock.TakeAsync(db, run.ProjectId, cancellationToken))
        {
            return;
        }

        var known = await db.ProjectCases.Where(c => c.ProjectId == run.ProjectId).ToDictionaryAsync(c => c.Key, StringComparer.Ordinal, cancellationToken);
        var results = (outcome.Results?.Cases ?? []).ToDictionary(c => c.CaseId, StringComparer.Ordinal);
        foreach (var planned in plan.Cases.DistinctBy(c => c.Id))
        {
            var row = known.GetValueOrDefault(planned.Id);
            if (row is null)
            {
                row = New(run, planned, now);
                db.ProjectCases.Add(row);
            }

            Learn(row, run, plan, planned, results.GetValueOrDefault(planned.Id), now);
        }
    }

    private static ProjectCase New(Run run, TestCase planned, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = run.TenantId,
        ProjectId = run.ProjectId,
        Key = planned.Id,
        PlanTitle = planned.Title,
        Title = planned.Title,
        Feature = "",
        Technique = planned.Technique,
        Risk = planned.Risk,
        Tags = [.. planned.Tags],
        LastVerdict = Verdict.NotRun,
        LastRunId = run.Id,
        LastRunAt = now,
        CreatedAt = now,
    };

    private static void Learn(ProjectCase row, Run run, TestPlan plan, TestCase planned, CaseResult? result, DateTimeOffset now)
    {
        // A title of a person stays; one that nobody has touched goes with the plan.
        row.Title = row.Title == row.PlanTitle ? planned.Title : row.Title;
        row.PlanTitle = planned.Title;
        row.Feature = plan.Features.FirstOrDefault(f => f.Id == planned.FeatureId)?.Title ?? planned.FeatureId;
        (row.Technique, row.Risk, row.LastRunId, row.LastRunAt) = (planned.Technique, planned.Risk, run.Id, now);
        row.LastVerdict = result?.Verdict ?? Verdict.NotRun;
        row.Executed += row.LastVerdict == Verdict.NotRun ? 0 : 1;
        row.Failed += row.LastVerdict is Verdict.Failed or Verdict.Quarantined ? 1 : 0;
        row.Flaky += row.LastVerdict == Verdict.Flaky ? 1 : 0;
    }
}
