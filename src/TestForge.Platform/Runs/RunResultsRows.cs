using TestForge.Pipeline;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

/// <summary>The rows that a run's outcome becomes.</summary>
internal static class RunResultsRows
{
    public static IReadOnlyList<object> Of(Run run, RunOutcome outcome, DateTimeOffset now)
    {
        var results = (outcome.Results?.Cases ?? []).ToDictionary(c => c.CaseId, StringComparer.Ordinal);
        var rows = new List<object>();
        var artifacts = new Dictionary<string, ArtifactRef>(outcome.Files, StringComparer.Ordinal);
        foreach (var planned in outcome.Plan?.Cases ?? [])
        {
            var result = results.GetValueOrDefault(planned.Id);
            var row = CaseOf(run, planned, outcome.Plan!, result, now);
            rows.Add(row);
            rows.AddRange((result?.Attempts ?? []).Select(a => AttemptOf(row, a, now)));
            foreach (var evidence in result?.Attempts.SelectMany(a => a.Evidence) ?? [])
            {
                artifacts.TryAdd(NameOf(evidence), evidence);
            }
        }

        rows.AddRange((outcome.Site?.Pages ?? []).Select(p => PageOf(run, p, now)));
        rows.AddRange((outcome.Results?.Heals ?? []).Select(h => HealOf(run, h, now)));
        foreach (var look in (outcome.Results?.Heals ?? []).SelectMany(h => new[] { h.LookBefore, h.LookAfter }).Concat(outcome.Looks.SelectMany(l => new ArtifactRef?[] { l.Picture, l.Expected })).OfType<ArtifactRef>())
        {
            artifacts.TryAdd(NameOf(look), look);
        }

        rows.AddRange(artifacts.Select(a => new RunArtifact
        {
            Id = Guid.CreateVersion7(now),
            TenantId = run.TenantId,
            RunId = run.Id,
            Kind = a.Value.Kind,
            Sha256 = a.Value.Sha256,
            Length = a.Value.Length,
            Name = a.Key,
        }));
        return rows;
    }

    /// <summary>What an artifact is called that people know by its content alone.</summary>
    public static string NameOf(ArtifactRef artifact) => $"evidence/{artifact.Sha256}{ArtifactKinds.ExtensionOf(artifact.Kind)}";

    private static RunCase CaseOf(Run run, TestCase planned, TestPlan plan, CaseResult? result, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = run.TenantId,
        RunId = run.Id,
        Key = planned.Id,
        Title = planned.Title,
        Feature = plan.Features.FirstOrDefault(f => f.Id == planned.FeatureId)?.Title ?? planned.FeatureId,
        Technique = planned.Technique,
        Risk = planned.Risk,
        Verdict = result?.Verdict ?? Verdict.NotRun,
        FailureClass = result?.Diagnosis?.Class,
    };

    private static RunAttempt AttemptOf(RunCase row, Attempt attempt, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = row.TenantId,
        RunId = row.RunId,
        CaseId = row.Id,
        Number = attempt.Number,
        Passed = attempt.Passed,
        StartedAt = attempt.StartedAt.ToUniversalTime(),
        Milliseconds = attempt.Milliseconds,
        FailureClass = attempt.Failure?.Class,
        Message = attempt.Failure?.Message,
        Evidence = attempt.Evidence.Count == 0 ? null : [.. attempt.Evidence.Select(NameOf).Distinct()],
    };

    private static RunHeal HealOf(Run run, HealRecord heal, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = run.TenantId,
        RunId = run.Id,
        ElementKey = heal.ElementId,
        ElementName = heal.ElementName,
        Page = heal.Page,
        Decision = heal.Decision,
        OldLocator = DatabaseText.Json(heal.Old),
        NewLocator = heal.New is null ? null : DatabaseText.Json(heal.New),
        Proved = heal.Proved,
        Patched = heal.Patched,
        Reason = heal.Reason,
        Key = heal.New is null ? null : RememberedHeal.IdOf(heal.Page, heal.Old, heal.New),
        Record = DatabaseText.Json(heal),
    };

    private static RunPage PageOf(Run run, SitePage page, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = run.TenantId,
        RunId = run.Id,
        Key = page.Id,
        Url = DatabaseText.Clean(page.Url),
        Title = DatabaseText.Clean(page.Title),
        Depth = page.Depth,
        Outcome = page.Outcome,
        Status = page.Status,
        Elements = page.Elements.Count,
        Forms = page.Forms.Count,
        Links = page.Links.Count,
        LoadMilliseconds = page.LoadMilliseconds,
    };
}
