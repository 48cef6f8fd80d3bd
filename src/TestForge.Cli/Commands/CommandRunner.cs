using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using TestForge.Cli.Progress;
using TestForge.Cli.Results;
using TestForge.Cli.Settings;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Execution;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Hosting;
using TestForge.Engine.Reporting;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Runs work on a run's folder with progress, interruption and a final result.</summary>
internal sealed class CommandRunner(CliEnvironment environment)
{
    private readonly ClaudeSettings _claude = new(environment);

    public async Task<int> RunAsync(CommandWork work)
    {
        var (json, quiet) = (work.Values.Switch(KnownSettings.Json), work.Values.Switch(KnownSettings.Quiet));
        var terminal = environment.IsTerminal && !json ? TerminalOf(environment.Output) : null;
        var results = new ResultWriter(environment, terminal, json, quiet);
        var settings = new RunSettings(work.Values);
        var model = new ProgressModel(environment.Clock, environment.StartedAt, settings.Limits.MaxPages);
        using var interruption = new Interruption(environment, $"Ended before the report was written. Kept: {work.Folder.Path}. {work.HowToGoOn}");
        try
        {
            _claude.Check(work.Values);
            Outcome outcome;
            ProgressSnapshot end;
            await using (var progress = new RunProgress(model, ViewFor(json, quiet, terminal), environment.Clock))
            {
                await using var host = RunHost.Create(work.Folder, services => Configure(services, work, settings, progress), work.Fresh);
                outcome = await work.Do(host, interruption.Token);
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

    private void Configure(IServiceCollection services, CommandWork work, RunSettings settings, IRunEvents events)
    {
        services.AddSingleton(environment.Clock);
        services.AddSingleton(events);
        services.Configure<BrowserOptions>(options =>
        {
            settings.Apply(options);
            options.Target = work.Target;
        });
        services.Configure<ExecutionOptions>(settings.Apply);
        services.Configure<VisionOptions>(settings.Apply);
        var history = OutputFolder.HistoryFor(OutputFolder.HistoryNameFor(work.Target), environment.WorkingFolder);
        services.Configure<ReportingOptions>(options =>
        {
            settings.Apply(options, history);
            options.BaselineFolder = settings.BaselinesIn(OutputFolder.BaselinesFor(work.Command == "demo" ? "demo" : OutputFolder.HistoryNameFor(work.Target), environment.WorkingFolder))?.Folder;
        });
        services.Configure<FingerprintOptions>(options => settings.Apply(options, history));
        services.Configure<ClaudeOptions>(options =>
        {
            _claude.Apply(work.Values, options);
            options.Project = work.Command == "demo" ? "demo" : OutputFolder.HistoryNameFor(work.Target);
            options.Run = work.RunId.ToString();
            options.Secrets = SessionSecrets.Of(work.Sessions, environment.Variable);
        });
        environment.Services(services);
    }

    private async Task<int> FinishAsync(CommandWork work, ResultWriter results, ProgressModel model, Outcome outcome, TimeSpan elapsed)
    {
        results.Write(work.Command, new Summary
        {
            Outcome = outcome,
            Target = work.Target,
            Folder = work.Folder.Path,
            Files = RunFiles.In(work.Folder.Path),
            Scripts = work.Folder.Scripts,
            Failures = [.. model.FailedCases],
            Findings = outcome.Summary is null ? [] : await Findings.CountAsync(work.Folder, CancellationToken.None),
            HowToGoOn = work.HowToGoOn,
            Elapsed = elapsed,
            FirstPass = model.FirstPass,
        });
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
