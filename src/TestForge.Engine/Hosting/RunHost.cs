using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Pipeline;

namespace TestForge.Engine.Hosting;

/// <summary>Hosts a run in this process: its services, its journal and its folder.</summary>
public sealed class RunHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FileJournal _journal;
    private readonly RunFolder _folder;

    private RunHost(RunFolder folder, FileJournal journal, ServiceProvider services)
    {
        _folder = folder;
        _journal = journal;
        _services = services;
    }

    /// <param name="folder">Where the run leaves its files.</param>
    /// <param name="configure">Sets options and registers an <see cref="IRunEvents"/>.</param>
    /// <param name="fresh">Forgets what an earlier run in the folder had finished.</param>
    public static RunHost Create(RunFolder folder, Action<IServiceCollection> configure, bool fresh = false)
    {
        if (fresh)
        {
            File.Delete(folder.JournalPath);
        }

        var services = new ServiceCollection();
        services.AddSingleton(folder.Artifacts);
        configure(services);
        services.TryAddSingleton<IRunEvents, NoEvents>();
        services.AddEngine();
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        try
        {
            return new(folder, FileJournal.Open(folder.JournalPath), provider);
        }
        catch (IOException e)
        {
            provider.Dispose();
            throw new StageException("output.in_use", $"Another run uses the folder '{folder.Path}'. Wait for it, or choose another with --out.", retryable: false, e);
        }
    }

    /// <summary>Runs the whole plan. When <paramref name="stop"/> is set, stages end with what they have and the report is still written.</summary>
    public async Task<RunSummary> RunAsync(RunInput input, CancellationToken stop)
    {
        await _folder.WriteInputAsync(input, CancellationToken.None);
        return await RunPlan.ExecuteAsync(input, HostFor(_journal, stop));
    }

    /// <summary>Runs the cases of a plan that a user may have edited, and heals what drifted. Publishes the merged results.</summary>
    public async Task<ExecutedCases> ExecuteCasesAsync(RunInput input, PlannedRun planned, CancellationToken stop)
    {
        var executed = await RunPlan.ExecuteCasesAsync(input, planned, HostFor(new NoJournal(), stop));
        await _folder.PublishResultsAsync(executed, CancellationToken.None);
        return executed;
    }

    /// <summary>Runs one stage alone, on files a user may have edited: nothing is taken from the journal.</summary>
    public async Task<TOutput> RunStageAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input, CancellationToken stop)
    {
        return await HostFor(new NoJournal(), stop).RunAsync(stage, input);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _journal.Dispose();
    }

    private PublishingHost HostFor(IRunJournal journal, CancellationToken stop)
    {
        var clock = _services.GetRequiredService<TimeProvider>();
        var events = _services.GetRequiredService<IRunEvents>();
        return new(new JournalingHost(new InProcessHost(_services, clock, stop), journal, events, clock), _folder);
    }

    private sealed class NoEvents : IRunEvents
    {
        public void Publish(RunEvent runEvent)
        {
        }
    }

    private sealed class NoJournal : IRunJournal
    {
        public byte[]? Find(string key) => null;

        public Task AppendAsync(string key, byte[] output) => Task.CompletedTask;
    }
}
