using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Design;
using TestForge.Engine.Goals.Live;
using TestForge.Engine.Steps;
using TestForge.Engine.Tests.Design;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Goals;

/// <summary>A shop, a browser, the design stage and a scripted model, wired as in the product.</summary>
internal sealed class GoalRig : IAsyncDisposable, IRunEvents
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-goals").FullName;
    private readonly ServiceProvider _services;

    private GoalRig(GoalSite site, FakeClaudeServer fake, bool key, Action<IServiceCollection>? configure)
    {
        Site = site;
        Fake = fake;
        var services = new ServiceCollection();
        services.AddSingleton<IArtifactStore>(new FolderArtifactStore(_folder));
        services.AddSingleton<IRunEvents>(this);
        services.Configure<BrowserOptions>(o => o.Target = site.Url);
        services.Configure<ClaudeOptions>(o =>
        {
            o.ApiKey = key ? FakeClaudeServer.Key : null;
            o.BaseUrl = fake.Url.AbsoluteUri;
            o.FirstDelay = TimeSpan.FromMilliseconds(1);
        });
        configure?.Invoke(services);
        services.AddEngine();
        _services = services.BuildServiceProvider();
    }

    public GoalSite Site { get; }

    public FakeClaudeServer Fake { get; }

    public ConcurrentQueue<RunEvent> Events { get; } = [];

    public IReadOnlyList<RunEvent.RunWarning> Warnings => [.. Events.OfType<RunEvent.RunWarning>()];

    public BrowserHost Browsers => _services.GetRequiredService<BrowserHost>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<GoalRig> StartAsync(bool key = true, Action<IServiceCollection>? configure = null) =>
        new(await GoalSite.StartAsync(), await FakeClaudeServer.StartAsync(), key, configure);

    /// <summary>What the model answers to every question about a step, by what it is shown.</summary>
    public GoalRig Model(Func<SeenPage, FakeReply> decide)
    {
        Fake.When(b => b.Contains("You use a web application through a browser", StringComparison.Ordinal), body => decide(SeenPage.Of(body)));
        return this;
    }

    public void Publish(RunEvent runEvent) => Events.Enqueue(runEvent);

    public Task<TestPlan> DesignAsync(string goal, GoalLimits? limits = null, bool allowDestructive = false) => DesignAsync([TestGoal.Of(goal, "--goal")], limits, allowDestructive);

    /// <summary>Designs for the goals alone.</summary>
    public Task<TestPlan> DesignAsync(IReadOnlyList<TestGoal> goals, GoalLimits? limits = null, bool allowDestructive = false) => RunStageAsync(goals, limits, allowDestructive, Token);

    public Task<TestPlan> StoppableAsync(IReadOnlyList<TestGoal> goals, CancellationToken stop) => RunStageAsync(goals, null, false, stop);

    private async Task<TestPlan> RunStageAsync(IReadOnlyList<TestGoal> goals, GoalLimits? limits, bool allowDestructive, CancellationToken stop)
    {
        var artifacts = _services.GetRequiredService<IArtifactStore>();
        var site = await SiteMapper.MapAsync(Browsers, Site.Url, ["/", "/products", "/cart"], Token);
        var map = await artifacts.PutJsonAsync(ArtifactKinds.SiteMap, site, Token);
        var stage = _services.GetRequiredService<IStage<DesignInput, DesignOutput>>();
        var input = new DesignInput(Guid.Empty, map, new(), 0, 1, allowDestructive, Goals: new(goals, limits ?? new(), new()));
        var output = await stage.ExecuteAsync(input, stop);
        return await artifacts.GetJsonAsync<TestPlan>(output.Plan, Token);
    }

    /// <summary>Runs the cases of a plan; returns what failed.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(TestPlan plan)
    {
        var failed = new List<string>();
        var locators = plan.Elements.ToDictionary(e => e.Id, e => e.Locator);
        foreach (var test in plan.Cases)
        {
            await using var session = await BrowserSession.OpenAsync(Browsers, new(), Token);
            var driver = new StepDriver(session, plan.Target, locators, new() { Check = TimeSpan.FromSeconds(2) });
            foreach (var step in test.Steps)
            {
                var outcome = await driver.PerformAsync(step.Action, Token);
                if (!outcome.Passed)
                {
                    failed.Add($"{step.Text}: {outcome}");
                    break;
                }
            }
        }

        return failed;
    }

    public async Task<LivePage> OpenAsync(string path, Func<LivePageOptions, LivePageOptions>? with = null)
    {
        var options = new LivePageOptions { Target = Site.Url, StartPath = path };
        var (page, opened) = await LivePage.OpenAsync(Browsers, with?.Invoke(options) ?? options, Token);
        opened.Result.ShouldBe(LiveResult.Done, opened.Message);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Fake.DisposeAsync();
        await Site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
