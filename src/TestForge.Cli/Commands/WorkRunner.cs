using Microsoft.Extensions.DependencyInjection;
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

/// <summary>Does work on a run's folder, whoever watches it and whatever becomes of its result.</summary>
internal sealed class WorkRunner(CliEnvironment environment)
{
    private readonly ClaudeSettings _claude = new(environment);

    /// <param name="work">The work.</param>
    /// <param name="events">Hears what happens.</param>
    /// <param name="stop">Lets stages end with what they have.</param>
    public async Task<Outcome> RunAsync(CommandWork work, IRunEvents events, CancellationToken stop)
    {
        await using var host = RunHost.Create(work.Folder, services => Configure(services, work, events), work.Fresh);
        return await work.Do(host, stop);
    }

    /// <summary>Refuses, before anything has run, settings of the language model that would fail at the first call.</summary>
    public void Check(CommandWork work) => _claude.Check(work.Values);

    public static async Task<Summary> SummaryOfAsync(CommandWork work, ProgressModel model, Outcome outcome, TimeSpan elapsed) => new()
    {
        Outcome = outcome,
        Target = work.Target,
        Folder = work.Folder.Path,
        Files = RunFiles.In(work.Folder.Path),
        Scripts = work.Folder.Scripts,
        Failures = [.. model.FailedCases],
        GoalsNotMade = model.GoalsNotMade,
        Findings = outcome.Summary is null ? [] : await Findings.CountAsync(work.Folder, CancellationToken.None),
        HowToGoOn = work.HowToGoOn,
        Elapsed = elapsed,
        FirstPass = model.FirstPass,
    };

    private void Configure(IServiceCollection services, CommandWork work, IRunEvents events)
    {
        var settings = new RunSettings(work.Values);
        services.AddSingleton(environment.Clock);
        services.AddSingleton(events);
        services.Configure<BrowserOptions>(options =>
        {
            settings.Apply(options);
            options.Target = work.Target;
            options.GuardTarget = work.GuardTarget;
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
}
