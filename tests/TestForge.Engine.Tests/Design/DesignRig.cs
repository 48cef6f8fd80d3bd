using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Design;
using TestForge.Engine.Execution;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Healing;
using TestForge.Engine.Steps;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

/// <summary>The shop, a browser and the design stage, wired as in the product.</summary>
internal sealed class DesignRig : IAsyncDisposable, IRunEvents
{
    public static readonly string[] Paths = ["/", "/about", "/contact", "/login", "/register", "/search?q=Walnut", "/volatile"];

    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-design").FullName;
    private readonly ServiceProvider _services;

    private DesignRig(ShopApp shop, Uri target, Action<IServiceCollection>? configure)
    {
        Shop = shop;
        var services = new ServiceCollection();
        services.AddLogging();
        services.Configure<BrowserOptions>(o => o.Target = target);
        services.AddSingleton<BrowserHost>();
        services.AddSingleton<IArtifactStore>(new FolderArtifactStore(_folder));
        services.AddSingleton<IRunEvents>(this);
        services.AddSingleton(TimeProvider.System);
        services.AddClaude();
        services.AddSteps();
        services.AddDesign();
        services.AddExecution();
        services.AddFingerprints();
        services.AddVision();
        services.AddHealing();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ShopApp Shop { get; }

    public ConcurrentQueue<RunEvent> Events { get; } = [];

    public IEnumerable<string> Warnings => Events.OfType<RunEvent.RunWarning>().Select(w => w.Code);

    public BrowserHost Browsers => _services.GetRequiredService<BrowserHost>();

    private IArtifactStore Artifacts => _services.GetRequiredService<IArtifactStore>();

    public static async Task<DesignRig> StartAsync(CancellationToken cancellationToken, Uri? target = null, Action<IServiceCollection>? configure = null)
    {
        var shop = await ShopApp.StartAsync(cancellationToken);
        return new(shop, target ?? shop.Address, configure);
    }

    public void Publish(RunEvent runEvent) => Events.Enqueue(runEvent);

    public Task<SiteMap> MapAsync(CancellationToken cancellationToken) => SiteMapper.MapAsync(Browsers, Shop.Address, Paths, cancellationToken);

    public async Task<TestPlan> DesignAsync(SiteMap site, CancellationToken cancellationToken, int maxTests = 200, BaselineSource? baselines = null)
    {
        var map = await Artifacts.PutJsonAsync(ArtifactKinds.SiteMap, site, CancellationToken.None);
        var stage = _services.GetRequiredService<IStage<DesignInput, DesignOutput>>();
        var output = await stage.ExecuteAsync(new(Guid.Empty, map, new(), maxTests, 1, false, baselines), cancellationToken);
        var plan = await Artifacts.GetJsonAsync<TestPlan>(output.Plan, CancellationToken.None);
        output.Interrupted.ShouldBe(plan.Interrupted);
        output.CaseIds.ShouldBe(plan.Cases.Select(c => c.Id));
        return plan;
    }

    /// <summary>Runs every case; returns what failed, by case id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(TestPlan plan, CancellationToken cancellationToken)
    {
        var failed = new ConcurrentDictionary<string, string>();
        var locators = plan.Elements.ToDictionary(e => e.Id, e => e.Locator);
        await Parallel.ForEachAsync(plan.Cases, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (test, token) =>
        {
            await using var session = await BrowserSession.OpenAsync(Browsers, new(), token);
            var driver = new StepDriver(session, plan.Target, locators, new() { Check = TimeSpan.FromSeconds(2) });
            foreach (var step in test.Steps)
            {
                var outcome = await driver.PerformAsync(step.Action, token);
                if (!outcome.Passed)
                {
                    failed[test.Id] = $"{step.Text}: {outcome}";
                    return;
                }
            }
        });
        return failed;
    }

    /// <summary>Runs every case as the product does, with evidence.</summary>
    public async Task<RunResults> ExecuteAsync(TestPlan plan, CancellationToken cancellationToken)
    {
        var reference = await Artifacts.PutJsonAsync(ArtifactKinds.TestPlan, plan, cancellationToken);
        await using var scope = _services.CreateAsyncScope();
        var stage = scope.ServiceProvider.GetRequiredService<IStage<ExecuteInput, ExecuteOutput>>();
        var output = await stage.ExecuteAsync(new(Guid.Empty, reference, [.. plan.Cases.Select(c => c.Id)], [], new(), ExecutionBackends.InProcess, null), cancellationToken);
        return await Artifacts.GetJsonAsync<RunResults>(output.Results, cancellationToken);
    }

    public async Task<byte[]> BytesAsync(ArtifactRef reference)
    {
        await using var content = await Artifacts.OpenAsync(reference, CancellationToken.None);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
