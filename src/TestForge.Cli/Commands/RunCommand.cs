using System.Runtime.InteropServices;
using TestForge.Cli.Demo;
using TestForge.Cli.Heals;
using TestForge.Cli.Results;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>The whole chain, from an address to a report.</summary>
internal sealed class RunCommand(CliEnvironment environment, SettingSources sources, CommandRunner runner)
{
    private readonly HealMemories _heals = new(environment);

    public async Task<int> RunAsync(string? url, SettingValues flags, CancellationToken cancellationToken) =>
        await runner.RunAsync(await WorkAsync(url, flags, cancellationToken));

    /// <summary>The work, for whoever runs and watches it.</summary>
    public async Task<CommandWork> WorkAsync(string? url, SettingValues flags, CancellationToken cancellationToken)
    {
        var values = flags.Over(await sources.FileAsync(cancellationToken));
        var typed = url ?? values.Text(KnownSettings.Url)
            ?? throw new StageException("usage.missing_url", "Say what to test: testforge run https://shop.example (or set 'url' in testforge.json).", retryable: false);
        return await PrepareAsync("run", TargetUrl.Parse(typed), OutputFolder.NameFor, values, cancellationToken);
    }

    public async Task<int> DemoAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var values = flags.Over((await sources.FileAsync(cancellationToken)).Without(
            [KnownSettings.Url, KnownSettings.Scope, KnownSettings.Include, KnownSettings.Exclude, KnownSettings.Login, KnownSettings.StorageState, KnownSettings.Roles]));
        values = values.Over(DemoSize());
        await using var site = await DemoSite.StartAsync(cancellationToken);
        if (values.Text(KnownSettings.History) is null && !values.Switch(KnownSettings.NoHistory))
        {
            // The sample application comes up at another port each time and is the same one.
            values.Set(KnownSettings.History, OutputFolder.HistoryFor("demo", environment.WorkingFolder));
        }

        if (values.Text(KnownSettings.HealMemory) is null)
        {
            values.Set(KnownSettings.HealMemory, OutputFolder.HealsFor("demo", environment.WorkingFolder));
        }

        return await runner.RunAsync(await PrepareAsync("demo", site.Url, _ => "demo", values, cancellationToken));
    }

    /// <summary>Serves the sample application until the process is asked to stop.</summary>
    public async Task<int> ServeDemoAsync(CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var site = await DemoSite.StartAsync(cancellationToken);
        environment.Output.WriteLine(site.Url);
        environment.Output.Flush();
        await asked.Task.WaitAsync(cancellationToken);
        return ExitCodes.Passed;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            asked.TrySetResult();
        }
    }

    // A first look should take less than a minute; the whole shop has some fifty pages.
    private static SettingValues DemoSize()
    {
        var size = new SettingValues();
        size.Set(KnownSettings.MaxPages, 18);
        size.Set(KnownSettings.MaxTests, 45);
        return size;
    }

    public async Task<int> ResumeAsync(string path, string? url, SettingValues flags, CancellationToken cancellationToken)
    {
        if (url is not null)
        {
            throw new StageException("usage.resume_conflict", "Give an address or --resume, not both: a resumed run knows its address.", retryable: false);
        }

        if (flags.Given.FirstOrDefault(s => !KnownSettings.MayChangeOnResume.Contains(s)) is { } fixedSetting)
        {
            throw new StageException(
                "usage.resume_conflict",
                $"{fixedSetting.Option} cannot be given with --resume: a resumed run does what it was started with. Start a new run to change it.",
                retryable: false);
        }

        var folder = OutputFolder.Resumed(Path.GetFullPath(path, environment.WorkingFolder));
        var input = await folder.ReadInputAsync(cancellationToken);
        foreach (var login in input.Roles.Select(r => r.Session.Login).Prepend(input.Session.Login).OfType<LoginSpec>())
        {
            new LoginFile(environment.Variable).Check(login, "The login of this run");
        }

        var values = flags.Over(await sources.RememberedAsync(folder, cancellationToken)).Over(await sources.FileAsync(cancellationToken));
        folder.ProjectsElsewhere = ScriptFolders.Of(values);
        return await runner.RunAsync(Work("run", folder, input, values, fresh: false));
    }

    private CommandWork Work(string command, RunFolder folder, RunInput input, SettingValues values, bool fresh) => new()
    {
        Command = command,
        Folder = folder,
        Target = input.Target,
        Values = values,
        RunId = input.RunId,
        Sessions = [input.Session, .. input.Roles.Select(r => r.Session)],
        Fresh = fresh,
        // The sample application ends with the process and comes back at another port.
        HowToGoOn = command == "demo" ? "Start again with: testforge demo" : $"Go on with: testforge run --resume {folder.Path}",
        Do = async (host, stop) =>
        {
            var summary = await host.RunAsync(input, stop);
            await _heals.RememberAsync(_heals.FileOf(values, OutputFolder.HistoryNameFor(input.Target)), folder, input.RunId);
            return Outcome.Of(summary, stop.IsCancellationRequested) with { StageLines = [.. SelectionLines.Of(input.Selection)] };
        },
    };

    private async Task<CommandWork> PrepareAsync(string command, Uri target, Func<Uri, string> name, SettingValues values, CancellationToken cancellationToken)
    {
        var settings = new RunSettings(values);
        var session = await SessionSettings.ReadAsync(values, environment.Variable, cancellationToken);
        var roles = await SessionSettings.RolesAsync(values, environment.Variable, cancellationToken);
        await VisionSettings.CheckAsync(values, cancellationToken);
        var goals = await GoalSettings.ReadAsync(values, environment.WorkingFolder, cancellationToken);
        var projects = ScriptFolders.Of(values);
        var folder = OutputFolder.Begin(values.Text(KnownSettings.Out), name(target), environment.WorkingFolder, environment.Clock);
        folder.ProjectsElsewhere = projects;
        await SettingSources.RememberAsync(folder, values, cancellationToken);
        var selecting = new SelectionSettings(environment, values);
        var input = settings.InputFor(target, session, environment.Clock.GetUtcNow()) with
        {
            Roles = roles,
            Goals = goals,
            GoalLimits = GoalSettings.Limits(values),
            Agents = AgentSettings.Limits(values),
            Baselines = settings.BaselinesIn(OutputFolder.BaselinesFor(command == "demo" ? "demo" : OutputFolder.HistoryNameFor(target), environment.WorkingFolder)),
            Selection = await selecting.ReadAsync(folder, values, cancellationToken),
            MaxFailures = selecting.MaxFailures,
            HealMemory = await HealMemories.ImportAsync(_heals.FileOf(values, OutputFolder.HistoryNameFor(target)), folder, cancellationToken),
        };
        return Work(command, folder, input, values, fresh: true);
    }
}
