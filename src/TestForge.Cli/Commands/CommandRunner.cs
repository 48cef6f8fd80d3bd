using Spectre.Console;
using TestForge.Cli.Progress;
using TestForge.Cli.Results;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Runs work on a run's folder with progress, interruption and a final result.</summary>
internal sealed class CommandRunner(CliEnvironment environment)
{
    private readonly WorkRunner _works = new(environment);

    public async Task<int> RunAsync(CommandWork work)
    {
        var (json, quiet) = (work.Values.Switch(KnownSettings.Json), work.Values.Switch(KnownSettings.Quiet));
        var terminal = environment.IsTerminal && !json ? TerminalOf(environment.Output) : null;
        var results = new ResultWriter(environment, terminal, json, quiet);
        var model = new ProgressModel(environment.Clock, environment.StartedAt, new RunSettings(work.Values).Limits.MaxPages);
        using var interruption = new Interruption(environment, $"Ended before the report was written. Kept: {work.Folder.Path}. {work.HowToGoOn}");
        try
        {
            _works.Check(work);
            Outcome outcome;
            ProgressSnapshot end;
            await using (var progress = new RunProgress(model, ViewFor(json, quiet, terminal), environment.Clock))
            {
                outcome = await _works.RunAsync(work, progress, interruption.Token);
                end = progress.Snapshot();
            }

            if (interruption.Asked)
            {
                outcome = outcome with { Interrupted = true };
            }

            return await FinishAsync(work, results, model, outcome, end.Elapsed);
        }
        catch (OperationCanceledException) when (interruption.Asked)
        {
            environment.Error.WriteLine($"Interrupted. Kept: {work.Folder.Path}. {work.HowToGoOn}");
            results.WriteError(work.Command, "run.interrupted", "The run was stopped before it had anything to report.", ExitCodes.Interrupted);
            return ExitCodes.Interrupted;
        }
        catch (StageException e)
        {
            Errors.Write(environment.Error, e);
            if (RunFiles.In(work.Folder.Path).Count > 0)
            {
                environment.Error.WriteLine($"Kept: {work.Folder.Path}. {work.HowToGoOn}");
            }

            results.WriteError(work.Command, e.Code, e.Message, ExitCodes.For(e));
            return ExitCodes.For(e);
        }
    }

    private static IAnsiConsole TerminalOf(TextWriter output) =>
        AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.Yes });

    private IProgressView ViewFor(bool json, bool quiet, IAnsiConsole? terminal) => (quiet, json, terminal) switch
    {
        (true, _, _) => new NoView(),
        (_, true, _) => new JsonView(environment.Output),
        (_, _, { } console) => new LiveView(console),
        _ => new LineView(environment.Output),
    };

    private async Task<int> FinishAsync(CommandWork work, ResultWriter results, ProgressModel model, Outcome outcome, TimeSpan elapsed)
    {
        results.Write(work.Command, await WorkRunner.SummaryOfAsync(work, model, outcome, elapsed));
        if (outcome is { TargetUnusable: true, Interrupted: false })
        {
            Errors.Write(
                environment.Error,
                "target.unreachable",
                model.Warning("target.unusable") ?? $"No page of {work.Target.GetLeftPart(UriPartial.Authority)} could be read. Check the address and that the application runs.");
        }

        if (outcome is { Excess: { } excess, Interrupted: false })
        {
            Errors.Write(
                environment.Error,
                "heal.too_many",
                $"The application was redesigned: {excess.Healed} elements had to be found anew, and at most {excess.Limit} may be. Design the tests again with testforge run, or allow more with --max-heals.");
        }

        return outcome.ExitCode;
    }
}
