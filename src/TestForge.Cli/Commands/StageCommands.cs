using System.Globalization;
using TestForge.Cli.Heals;
using TestForge.Cli.Results;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>The work of each stage alone, on the files of the one before.</summary>
internal sealed class StageCommands(CliEnvironment environment, SettingSources sources)
{
    private readonly HealMemories _heals = new(environment);

    public async Task<CommandWork> DiscoverAsync(string? url, SettingValues flags, CancellationToken cancellationToken)
    {
        var values = flags.Over(await sources.FileAsync(cancellationToken));
        var typed = url ?? values.Text(KnownSettings.Url)
            ?? throw new StageException("usage.missing_url", "Say what to explore: testforge discover https://shop.example", retryable: false);
        var target = TargetUrl.Parse(typed);
        var settings = new RunSettings(values);
        var session = await SessionSettings.ReadAsync(values, environment.Variable, cancellationToken);
        var roles = await SessionSettings.RolesAsync(values, environment.Variable, cancellationToken);
        var folder = OutputFolder.Begin(values.Text(KnownSettings.Out), OutputFolder.NameFor(target), environment.WorkingFolder, environment.Clock);
        await SettingSources.RememberAsync(folder, values, cancellationToken);
        var input = new DiscoverInput(NewRunId(), target, settings.Limits, settings.Scope, session, settings.Seed, roles);
        return Work("discover", folder, target, values) with
        {
            RunId = input.RunId,
            Sessions = [session, .. roles.Select(r => r.Session)],
            Fresh = true,
            Do = async (host, stop) =>
            {
                var output = await host.RunStageAsync(Stages.Discover, input, stop);
                var views = roles.Count > 1 ? (await folder.LoadAsync<SiteMap>(output.SiteMap, CancellationToken.None)).Roles : [];
                return new()
                {
                    StageText = $"{Count(output.Pages, "page")} found",
                    StageLines = [.. RoleLines.Of(views)],
                    TargetUnusable = output.Pages == 0,
                    Interrupted = output.Interrupted,
                };
            },
        };
    }

    public async Task<CommandWork> DesignAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var (folder, values) = await OpenAsync("design", flags, cancellationToken);
        var (reference, map) = await new StageFiles(folder).SiteMapAsync(cancellationToken);
        var settings = new RunSettings(values);
        var session = await SessionSettings.ReadAsync(values, environment.Variable, cancellationToken);
        var goals = await GoalSettings.ReadAsync(values, environment.WorkingFolder, cancellationToken);
        var baselines = settings.BaselinesIn(OutputFolder.BaselinesFor(OutputFolder.HistoryNameFor(map.Target), environment.WorkingFolder));
        var input = new DesignInput(NewRunId(), reference, session, settings.MaxTests, settings.Seed, settings.Limits.AllowDestructive, baselines, goals.Count == 0 ? null : new(goals, GoalSettings.Limits(values), settings.Scope), AgentSettings.Limits(values));
        return Work("design", folder, map.Target, values) with
        {
            RunId = input.RunId,
            Sessions = [session],
            Do = async (host, stop) =>
            {
                var output = await host.RunStageAsync(Stages.Design, input, stop);
                return new() { StageText = $"{Count(output.CaseIds.Count, "test case")} designed", Interrupted = output.Interrupted };
            },
        };
    }

    public async Task<CommandWork> ScriptAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var (folder, values) = await OpenAsync("script", flags, cancellationToken);
        var (reference, plan) = await new StageFiles(folder).PlanAsync(cancellationToken);
        var input = new ScriptInput(NewRunId(), reference, new RunSettings(values).Languages, []);
        return Work("script", folder, plan.Target, values) with
        {
            RunId = input.RunId,
            Do = async (host, stop) =>
            {
                var output = await host.RunStageAsync(Stages.Script, input, stop);
                return new() { StageText = $"{Count(output.Projects.Count, "project")} and {Count(output.Features.Count, "feature file")} made" };
            },
        };
    }

    public async Task<CommandWork> ExecuteAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var (folder, values) = await OpenAsync("execute", flags, cancellationToken);
        var files = new StageFiles(folder);
        var (reference, plan) = await files.PlanAsync(cancellationToken);
        var settings = new RunSettings(values);
        var session = await SessionSettings.ReadAsync(values, environment.Variable, cancellationToken);
        await VisionSettings.CheckAsync(values, cancellationToken);
        var scripts = settings.Backend == ExecutionBackends.Playwright ? await files.TypeScriptAsync(cancellationToken) : null;
        var selecting = new SelectionSettings(environment, values);
        var remembered = _heals.FileOf(values, OutputFolder.HistoryNameFor(plan.Target));
        var input = settings.InputFor(plan.Target, session, environment.Clock.GetUtcNow()) with
        {
            Selection = await selecting.ReadAsync(folder, flags, cancellationToken),
            MaxFailures = selecting.MaxFailures,
            HealMemory = await HealMemories.ImportAsync(remembered, folder, cancellationToken),
        };
        var siteMap = await files.SiteMapIfThereAsync(cancellationToken);
        var planned = new PlannedRun(siteMap, reference, [.. plan.Cases.Select(c => c.Id)], scripts);
        return Work("execute", folder, plan.Target, values) with
        {
            RunId = input.RunId,
            Sessions = [session],
            Do = async (host, stop) =>
            {
                var executed = await host.ExecuteCasesAsync(input, planned, stop);
                await _heals.RememberAsync(remembered, folder, input.RunId);
                return OutcomeOf(executed) with { StageLines = [.. SelectionLines.Of(input.Selection)] };
            },
        };
    }

    public async Task<CommandWork> ReportAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var (folder, values) = await OpenAsync("report", flags, cancellationToken);
        var files = new StageFiles(folder);
        var (planReference, plan) = await files.PlanAsync(cancellationToken);
        var (resultsReference, results) = await files.ResultsAsync(cancellationToken);
        var settings = new RunSettings(values);
        var started = results.Cases.SelectMany(c => c.Attempts).Select(a => a.StartedAt).DefaultIfEmpty(environment.Clock.GetUtcNow()).Min();
        var input = new ReportInput(
            NewRunId(),
            plan.Target,
            started,
            await files.SiteMapIfThereAsync(cancellationToken),
            planReference,
            [resultsReference],
            results.Heals,
            results.Interrupted || plan.Interrupted,
            settings.Exports,
            settings.Gates,
            results.Excess);
        return Work("report", folder, plan.Target, values) with
        {
            RunId = input.RunId,
            Do = async (host, stop) =>
            {
                var output = await host.RunStageAsync(Stages.Report, input, stop);

                // Writing a report succeeds or not by itself; what the tests said is in it, and was execute's exit code. Only a gate judges here.
                return new() { StageText = $"{Count(output.Files.Count, "report file")} written", Gates = output.Summary.Gates ?? [] };
            },
        };
    }

    private static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    private static Outcome OutcomeOf(ExecutedCases output)
    {
        var failed = output.Outcomes.Count(c => c.Verdict == Verdict.Failed);
        var groups = output.Outcomes.GroupBy(c => c.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Word(g.Key)}");
        return new() { StageText = $"{Count(output.Outcomes.Count, "test")}: {string.Join(", ", groups)}", Failed = failed, Excess = output.Excess, Interrupted = output.Interrupted };

        static string Word(Verdict verdict) => verdict switch
        {
            Verdict.NotRun => "not run",
            Verdict.Quarantined => "in quarantine",
            _ => verdict.ToString().ToLowerInvariant(),
        };
    }

    private static CommandWork Work(string command, RunFolder folder, Uri target, SettingValues values) => new()
    {
        Command = command,
        Folder = folder,
        Target = target,
        Values = values,
        Do = (_, _) => throw new InvalidOperationException($"The command '{command}' has nothing to do."),
    };

    private Guid NewRunId() => Guid.CreateVersion7(environment.Clock.GetUtcNow());

    /// <summary>Flags win over the working folder's file, and that over what the stage before was told.</summary>
    private async Task<(RunFolder Folder, SettingValues Values)> OpenAsync(string command, SettingValues flags, CancellationToken cancellationToken)
    {
        var given = flags.Over(await sources.FileAsync(cancellationToken));
        var folder = OutputFolder.Existing(given.Text(KnownSettings.Out), command);
        var values = given.Over(await sources.RememberedAsync(folder, cancellationToken));
        folder.ProjectsElsewhere = ScriptFolders.Of(values);
        return (folder, values);
    }
}
