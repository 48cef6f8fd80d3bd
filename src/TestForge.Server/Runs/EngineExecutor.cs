using Microsoft.Extensions.Options;
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
        var folder = folders.Open(order.Tenant, order.Input.RunId);
        RunSummary summary;
        await using (var host = RunHost.Create(folder, services => Configure(services, order, events)))
        {
            var running = host.RunAsync(order.Input, either.Token);
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

        return new(
            summary,
            files.TryGetValue(RunFolder.PlanFile, out var plan) ? await folder.LoadAsync<TestPlan>(plan, cancellationToken) : null,
            files.TryGetValue(RunFolder.ResultsFile, out var results) ? await folder.LoadAsync<RunResults>(results, cancellationToken) : null,
            files);
    }

    private void Configure(IServiceCollection services, RunOrder order, IRunEvents events)
    {
        services.AddSingleton(clock);
        services.AddSingleton(events);
        services.Configure<BrowserOptions>(o =>
        {
            o.ExecutablePath = settings.Browser;
            o.Target = order.Input.Target;

            // The tenant named the target, who may not be whoever answers for what this machine reaches.
            o.GuardTarget = !egress.Value.AllowPrivateNetworks;
        });
        var history = folders.HistoryOf(order.Tenant, order.EnvironmentId);
        services.Configure<ReportingOptions>(o => o.HistoryFile = history);
        claude.AddTo(services, order);
        services.Configure<FingerprintOptions>(o => o.File = Path.ChangeExtension(history, ".prints"));
    }
}
