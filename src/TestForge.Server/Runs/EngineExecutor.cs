using Microsoft.Extensions.Options;
using TestForge.Engine.Baselines;
using TestForge.Engine.Browser;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Hosting;
using TestForge.Engine.Reporting;
using TestForge.Pipeline;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;
using TestForge.Server.Claude;

namespace TestForge.Server.Runs;

/// <summary>Executes runs in this process. A run's folder has its journal, so that it goes on after the last finished stage.</summary>
internal sealed class EngineExecutor(RunFolders folders, ServerSettings settings, IOptions<EgressOptions> egress, ServerClaude claude, TimeProvider clock) : IRunExecutor
{
    // A run that was abandoned may be in the middle of a long call to the browser; ending the browser ends the call.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly (string Name, string Kind)[] KnownFiles =
    [
        (RunFolder.SiteMapFile, ArtifactKinds.SiteMap),
        (RunFolder.OpenApiFile, ArtifactKinds.OpenApi),
        (RunFolder.PlanFile, ArtifactKinds.TestPlan),
        (RunFolder.ApplicationFile, ArtifactKinds.Application),
        (RunFolder.ResultsFile, ArtifactKinds.RunResults),
        ("report.html", ArtifactKinds.ReportHtml),
        ("report.pdf", ArtifactKinds.ReportPdf),
        ("report.json", ArtifactKinds.ReportJson),
        ("junit.xml", ArtifactKinds.JUnit),
        ("summary.md", ArtifactKinds.Markdown),
        ("ctrf.json", ArtifactKinds.Ctrf),
        ("report.sarif", ArtifactKinds.Sarif),
    ];

    public async Task<RunOutcome> ExecuteAsync(RunOrder order, IRunEvents events, CancellationToken finish, CancellationToken abandon)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(finish, abandon);
        var folder = await folders.OpenAsync(order.Tenant, order.Input.RunId, abandon);
        RunSummary summary;
        using var session = new SessionFile(folder, order.Session);
        var input = await InputAsync(order, folder, session, abandon);
        await using (var host = RunHost.Create(folder, services => Configure(services, order, events)))
        {
            var running = host.RunAsync(input, either.Token);
            var abandoned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (abandon.Register(abandoned.SetResult))
            {
                if (await Task.WhenAny(running, abandoned.Task) != running)
                {
                    await Task.WhenAny(running, Task.Delay(Patience, clock, CancellationToken.None));
                    _ = running.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                    abandon.ThrowIfCancellationRequested();
                }
            }

            summary = await running;
        }

        abandon.ThrowIfCancellationRequested();
        return await OutcomeAsync(folder, summary, abandon);
    }

    private static async Task<RunOutcome> OutcomeAsync(RunFolder folder, RunSummary summary, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, ArtifactRef>(StringComparer.Ordinal);
        foreach (var (name, kind) in KnownFiles)
        {
            if (await folder.ImportAsync(name, kind, cancellationToken) is { } reference)
            {
                files[name] = reference;
            }
        }

        var plan = await ReadAsync<TestPlan>(RunFolder.PlanFile);
        var results = await ReadAsync<RunResults>(RunFolder.ResultsFile);
        return new(summary, plan, results, files)
        {
            Site = await ReadAsync<SiteMap>(RunFolder.SiteMapFile),
            Looks = plan is null || results is null ? [] : [.. SeenPicture.In(plan, results).Select(s => new SeenLook(s.CaseId, s.Baseline, s.Platform, s.Picture, plan.Baselines.First(b => b.Name == s.Baseline).Picture, s.Said))],
            StoredBytes = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length),
        };

        async Task<T?> ReadAsync<T>(string name)
            where T : class => files.TryGetValue(name, out var file) ? await folder.LoadAsync<T>(file, cancellationToken) : null;
    }

    private async Task<RunInput> InputAsync(RunOrder order, RunFolder folder, SessionFile session, CancellationToken cancellationToken)
    {
        var input = order.Input with { Session = order.Input.Session with { StorageStatePath = session.Path } };
        if (order.Visual)
        {
            input = input with { Baselines = new(folders.BaselinesOf(order.Tenant, order.EnvironmentId), Update: false) };
        }

        if (order.Heals.Heals.Count > 0)
        {
            input = input with { HealMemory = await folder.StoreAsync(ArtifactKinds.HealMemory, order.Heals, cancellationToken) };
        }

        return order.RetryOf is { } earlier ? await new RetriedRun(folders, order.Tenant, earlier).InputAsync(input, folder, cancellationToken) : input;
    }

    private void Configure(IServiceCollection services, RunOrder order, IRunEvents events)
    {
        services.AddSingleton(clock);
        services.AddSingleton(events);

        // Tenants and pages write what is typed, and this process's own variables are the operator's.
        services.AddSingleton(new RunVariables(order.Session.Variables.GetValueOrDefault));
        services.Configure<BrowserOptions>(o =>
        {
            o.ExecutablePath = settings.Browser;
            o.Target = order.Input.Target;

            // The tenant named the target, who may not be whoever answers for what this machine reaches.
            o.GuardTarget = !egress.Value.AllowPrivateNetworks;
        });
        var history = folders.HistoryOf(order.Tenant, order.EnvironmentId);
        var baselines = order.Visual ? folders.BaselinesOf(order.Tenant, order.EnvironmentId) : null;
        services.Configure<ReportingOptions>(o => (o.HistoryFile, o.BaselineFolder) = (history, baselines));
        claude.AddTo(services, order);
        services.Configure<FingerprintOptions>(o => o.File = RunFolders.PrintsOf(history));
    }
}
