using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Turns what the reporter says of an attempt into the product's record, with its files as artifacts.</summary>
internal sealed class AttemptReader(IArtifactStore artifacts)
{
    private const long MaxFileBytes = 200 * 1024 * 1024;

    public async Task<Attempt> ReadAsync(TestCase testCase, ReportedAttempt attempt, IReadOnlyList<string> patched)
    {
        var passed = attempt.Status == "passed";
        attempt = attempt with { Steps = CaseSteps.Of(testCase, attempt.Steps) };
        return new()
        {
            Number = attempt.Number,
            Passed = passed,
            StartedAt = attempt.StartedAt,
            Milliseconds = attempt.Milliseconds,
            Steps = [.. attempt.Steps.Select((s, i) => new StepResult(i, s.Passed, s.Milliseconds))],
            Failure = passed ? null : FailureReader.Read(testCase, attempt),
            Evidence = await EvidenceAsync(attempt),
            HealedElements = patched,
        };
    }

    private async Task<IReadOnlyList<ArtifactRef>> EvidenceAsync(ReportedAttempt attempt)
    {
        var evidence = new List<ArtifactRef>();
        foreach (var file in attempt.Attachments)
        {
            var kind = file.Name switch
            {
                "screenshot" => ArtifactKinds.Screenshot,
                "trace" => ArtifactKinds.Trace,
                _ when file.Name.EndsWith("-expected.png", StringComparison.Ordinal) => ArtifactKinds.Baseline,
                _ when file.Name.EndsWith("-actual.png", StringComparison.Ordinal) => ArtifactKinds.ActualPicture,
                _ when file.Name.EndsWith("-diff.png", StringComparison.Ordinal) => ArtifactKinds.PictureDifference,
                _ => null,
            };
            if (kind is not null && new FileInfo(file.Path) is { Exists: true, Length: < MaxFileBytes })
            {
                evidence.Add(await artifacts.PutAsync(kind, await File.ReadAllBytesAsync(file.Path), CancellationToken.None));
            }
        }

        return evidence;
    }
}
