using System.Globalization;
using TestForge.Cli.Progress;
using TestForge.Cli.Results;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Heals the failed tests of a suite that people wrote.</summary>
internal sealed class HealCommand(CliEnvironment environment, SettingSources sources, CommandRunner runner)
{
    private const int LineLimit = 300;

    public async Task<int> RunAsync(string? results, string? project, bool apply, bool applyShared, SettingValues flags, CancellationToken cancellationToken)
    {
        var values = flags.Over(await sources.FileAsync(cancellationToken));
        var suite = Path.GetFullPath(Path.Combine(environment.WorkingFolder, project ?? "."));
        if (!Directory.Exists(suite))
        {
            throw new StageException("usage.missing_file", $"There is no folder '{suite}'. Name the suite's folder with --project.", retryable: false);
        }

        var report = results is null ? null : Path.GetFullPath(Path.Combine(environment.WorkingFolder, results));
        if (report is null || !File.Exists(report))
        {
            throw new StageException(
                "usage.missing_file",
                (report is null ? "Say what the suite's run has left, with --results FILE." : $"There is no file '{report}'.") + " Make one in the suite's folder: PLAYWRIGHT_JSON_OUTPUT_FILE=results.json npx playwright test --reporter=json, or dotnet test --logger \"trx;LogFileName=results.trx\"",
                retryable: false);
        }

        var folder = OutputFolder.Begin(values.Text(KnownSettings.Out), $"heal-{Path.GetFileName(suite)}", environment.WorkingFolder, environment.Clock);
        var input = new SuiteHealInput(Guid.CreateVersion7(environment.Clock.GetUtcNow()), report, suite, apply || applyShared, applyShared);
        return await runner.RunAsync(new CommandWork
        {
            Command = "heal",
            Folder = folder,
            Target = new(suite),
            Values = values,
            RunId = input.RunId,
            Fresh = true,
            HowToGoOn = "Start the command again.",
            Do = async (host, stop) => OutcomeOf(await host.RunStageAsync(Stages.HealSuite, input, stop), input),
        });
    }

    private static Outcome OutcomeOf(SuiteHealOutput output, SuiteHealInput input)
    {
        var left = output.Failures.Count(f => f.Outcome is not (SuiteOutcome.Healed or SuiteOutcome.PassedAgain));
        var groups = output.Failures.GroupBy(f => f.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Word(g.Key)}");
        return new()
        {
            StageText = output.Failures.Count == 0 ? "no test failed," : string.Create(CultureInfo.InvariantCulture, $"{output.Failures.Count} failed {(output.Failures.Count == 1 ? "test" : "tests")}: {string.Join(", ", groups)},"),
            StageLines = [.. output.Patches.SelectMany(p => LinesOf(p, input)), .. output.Failures.Where(f => f.Outcome != SuiteOutcome.Healed).Select(LineOf)],
            Failed = left,
            FailuresTold = true,
        };
    }

    private static IEnumerable<SummaryLine> LinesOf(SuitePatch patch, SuiteHealInput input)
    {
        yield return new(Tone.Good, patch.Applied ? "Applied" : "Proposed", $"  {Clean(patch.File)}:{patch.Line.ToString(CultureInfo.InvariantCulture)}");
        yield return new(Tone.Plain, "", $"  - {Clean(patch.Old)}");
        yield return new(Tone.Plain, "", $"  + {Clean(patch.New)}");
        yield return new(Tone.Plain, "", $"    {Clean(patch.Heal.Reason)}");
        foreach (var use in patch.Uses)
        {
            yield return new(Tone.Plain, "", $"    used by {Clean(use)}");
        }

        if (patch is { Shared: true, Applied: false } && input.Apply)
        {
            yield return new(Tone.Warning, "    not applied", patch.Uses.Count > 1 ? ": more than one test uses it; add --apply-shared" : ": other tests may use it, which only recording tells; add --apply-shared");
        }
    }

    private static SummaryLine LineOf(SuiteFailure failure) => new(
        failure.Outcome == SuiteOutcome.PassedAgain ? Tone.Warning : Tone.Bad,
        $"{char.ToUpperInvariant(Word(failure.Outcome)[0])}{Word(failure.Outcome)[1..]}",
        $"  {Clean(failure.File)}:{failure.Line.ToString(CultureInfo.InvariantCulture)} {Clean(failure.Title)}: {Clean(failure.Reason)}");

    private static string Word(SuiteOutcome outcome) => outcome switch
    {
        SuiteOutcome.Healed => "healed",
        SuiteOutcome.NotDrift => "not a locator",
        SuiteOutcome.Abstained => "abstained",
        SuiteOutcome.Unproved => "unproved",
        SuiteOutcome.PassedAgain => "passed again",
        _ => "not run",
    };

    private static string Clean(string text) => TerminalText.Clean(text, LineLimit);
}
