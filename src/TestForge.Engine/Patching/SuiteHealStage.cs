using System.Text;
using Microsoft.Extensions.Logging;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Patching.Dotnet;
using TestForge.Engine.Patching.PlaywrightTest;
using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>
/// Heals the failed tests of a suite that people wrote: runs them again with the recorder, decides what each broken locator
/// meant, and tries new ones in a copy of the suite until the tests pass whole or something else is wrong.
/// </summary>
internal sealed partial class SuiteHealStage(IStage<HealInput, HealOutput> heal, IArtifactStore artifacts, IRunEvents events, ILogger<SuiteHealStage> logger)
    : IStage<SuiteHealInput, SuiteHealOutput>
{
    public async Task<SuiteHealOutput> ExecuteAsync(SuiteHealInput input, CancellationToken cancellationToken)
    {
        var project = Path.GetFullPath(input.Project);
        ISuiteKind suite = TrxReport.Is(input.Results) ? new DotnetSuite() : new PlaywrightTestSuite();
        var run = await suite.ReadAsync(input.Results, project, cancellationToken);
        HealedTest[] tests = [.. run.Tests.Where(t => t.Failed).Select(t => new HealedTest(t))];
        foreach (var test in tests.Where(t => SuiteTriage.OtherThanDrift(t.Test) is not null))
        {
            test.End(SuiteOutcome.NotDrift, SuiteTriage.OtherThanDrift(test.Test)!);
        }

        if (!tests.Any(t => t.IsOpen))
        {
            return new() { Failures = [.. tests.Select(t => t.Result())], Patches = [] };
        }

        await suite.RequireAsync(project, cancellationToken);
        using var copy = suite.Copy(project);
        var state = Directory.CreateTempSubdirectory("testforge-recorder-");
        try
        {
            var recorder = await RecorderFolder.LayAsync(Path.Combine(state.FullName, "recorder"), cancellationToken);
            var fingerprints = await suite.FingerprintsAsync(project, cancellationToken);
            var trial = new SuiteTrial(
                input.RunId, copy, suite.Runner(copy, run, recorder, state.FullName), new(heal, artifacts, fingerprints), fingerprints, suite.Source);
            await trial.RunAsync(tests, cancellationToken);
            var proof = new SuiteProof(copy, trial.Runner, suite.Source, run.Tests);
            var patches = await proof.ProposeAsync(tests, trial.Drafts, cancellationToken);
            return await ConcludeAsync(input, copy, tests, patches, cancellationToken);
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }

    private async Task<SuiteHealOutput> ConcludeAsync(
        SuiteHealInput input, SuiteCopy copy, HealedTest[] tests, IReadOnlyList<(PatchDraft Draft, SuitePatch Patch)> proposed, CancellationToken cancellationToken)
    {
        var patches = new List<SuitePatch>();
        var diff = new StringBuilder();
        foreach (var file in proposed.GroupBy(p => p.Draft.File).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var edited = copy.Files[file.Key];
            var applied = file.Where(p => input.Apply && (!p.Patch.Shared || input.ApplyShared)).ToArray();
            if (applied.Length > 0)
            {
                await edited.SaveAsync(Path.Combine(copy.Original, file.Key), applied.Select(p => p.Draft.Edit), cancellationToken);
            }

            diff.Append(UnifiedDiff.Of(file.Key, edited.Original, edited.With(file.Select(p => p.Draft.Edit))));
            patches.AddRange(file.Select(p => p.Patch with { Applied = applied.Contains(p) }));
        }

        foreach (var patch in patches)
        {
            LogPatch(input.RunId, patch.File, patch.Line, patch.Old, patch.New, patch.Uses.Count);
            events.Publish(new RunEvent.ElementHealed($"{patch.File}:{patch.Line}", patch.Old, patch.New, Proved: true));
        }

        return new() { Failures = [.. tests.Select(t => t.Result())], Patches = patches, Diff = diff.ToString() };
    }

    [LoggerMessage(1701, LogLevel.Information, "Run {RunId}: {File}:{Line}: {Old} is now {New}, used by {Uses} tests")]
    private partial void LogPatch(Guid runId, string file, int line, string old, string @new, int uses);
}
