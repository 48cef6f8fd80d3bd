using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Baselines;

/// <summary>Keeps what a run that compared pictures has to say of looks.</summary>
internal sealed class SeenLooks : IRunFinisher
{
    public async Task FinishAsync(PlatformDb db, Run run, RunOutcome? outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (outcome?.Plan is not { Baselines.Count: > 0 } plan || !await ProjectLock.TakeAsync(db, run.ProjectId, cancellationToken))
        {
            return;
        }

        var known = await db.ProjectBaselines.Where(b => b.EnvironmentId == run.EnvironmentId).ToDictionaryAsync(b => (b.Name, b.Platform), cancellationToken);
        foreach (var baseline in plan.Baselines.DistinctBy(b => (b.Name, b.Platform)))
        {
            if (!known.TryGetValue((baseline.Name, baseline.Platform), out var row))
            {
                db.ProjectBaselines.Add(new()
                {
                    Id = Guid.CreateVersion7(now),
                    TenantId = run.TenantId,
                    ProjectId = run.ProjectId,
                    EnvironmentId = run.EnvironmentId,
                    Name = baseline.Name,
                    Platform = baseline.Platform,
                    Sha256 = baseline.Picture.Sha256,
                    Length = baseline.Picture.Length,
                    ChangedAt = now,
                    RunId = run.Id,
                });
            }
        }

        db.DifferingLooks.AddRange(outcome.Looks.Select(l => new DifferingLook
        {
            Id = Guid.CreateVersion7(now),
            TenantId = run.TenantId,
            ProjectId = run.ProjectId,
            EnvironmentId = run.EnvironmentId,
            RunId = run.Id,
            CaseKey = l.CaseId,
            Name = l.Baseline,
            Platform = l.Platform,
            Said = DatabaseText.Clean(l.Said),
            Sha256 = l.Picture.Sha256,
            Length = l.Picture.Length,
            ExpectedSha256 = l.Expected.Sha256,
            SeenAt = now,
        }));
    }
}
