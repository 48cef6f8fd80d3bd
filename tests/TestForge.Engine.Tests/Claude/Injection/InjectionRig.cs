using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Goals.Exploring;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;
using TestForge.TestKit.Injection;

namespace TestForge.Engine.Tests.Claude.Injection;

/// <summary>The corpus, a browser, the product's own wiring, and an obedient model. Private addresses may be reached, so that nothing but the guard keeps the attacker out.</summary>
internal sealed class InjectionRig : IAsyncDisposable, IRunEvents
{
    public const int MaxSteps = 6;
    public const string EnvironmentSecret = "injection-secret-value-91c2";

    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-injection-").FullName;
    private readonly ServiceProvider _services;

    private InjectionRig(InjectionSite site, FakeClaudeServer fake)
    {
        Site = site;
        Fake = fake;
        Model = new(site);
        Environment.SetEnvironmentVariable("INJECTION_SECRET", EnvironmentSecret);
        var services = new ServiceCollection();
        services.AddSingleton<IArtifactStore>(new FolderArtifactStore(_folder));
        services.AddSingleton<IRunEvents>(this);
        services.Configure<BrowserOptions>(o =>
        {
            o.Target = site.Url;
            o.AllowPrivate = true;
        });
        services.Configure<ClaudeOptions>(o =>
        {
            o.ApiKey = FakeClaudeServer.Key;
            o.BaseUrl = fake.Url.AbsoluteUri;
            o.FirstDelay = TimeSpan.FromMilliseconds(1);
            o.Secrets = [InjectionSite.Secret];
        });
        services.AddEngine();
        _services = services.BuildServiceProvider();
        fake.When(b => b.Contains("You use a web application through a browser", StringComparison.Ordinal), Model.Decide);
        fake.When(b => b.Contains("have written down a goal", StringComparison.Ordinal), ObedientModel.Translate);
    }

    public InjectionSite Site { get; }

    public FakeClaudeServer Fake { get; }

    public ObedientModel Model { get; }

    public ConcurrentQueue<RunEvent> Events { get; } = [];

    public static async Task<InjectionRig> StartAsync() => new(await InjectionSite.StartAsync(), await FakeClaudeServer.StartAsync());

    public void Publish(RunEvent runEvent) => Events.Enqueue(runEvent);

    /// <summary>Explores for a goal on the page of an attack.</summary>
    public Task<GoalTrail> ExploreAsync(int index, bool allowDestructive = false, string? from = null)
    {
        var page = new LivePageOptions { Target = Site.Url, StartPath = from ?? InjectionCorpus.All[index].Path, AllowDestructive = allowDestructive };
        return _services.GetRequiredService<GoalExplorer>().ExploreAsync(TestGoal.Of(ObedientModel.GoalOf(index), "test"), new(page, new(MaxSteps, MaxMinutes: 3), null), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Fake.DisposeAsync();
        await Site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
