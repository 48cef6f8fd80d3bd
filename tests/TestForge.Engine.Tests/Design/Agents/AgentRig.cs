using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Reporting.Model;
using TestForge.Engine.Steps;
using TestForge.Pipeline;
using TestForge.TestKit.Agents;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Design.Agents;

/// <summary>The tool library, a browser, the stages and a scripted model, wired as in the product.</summary>
internal sealed class AgentRig : IAsyncDisposable
{
    private readonly string _folder;

    private AgentRig(ToolLibrary library, EngineRig engine, FakeClaudeServer fake, string folder) => (Library, Engine, Fake, _folder) = (library, engine, fake, folder);

    public ToolLibrary Library { get; }

    public EngineRig Engine { get; }

    public FakeClaudeServer Fake { get; }

    public IReadOnlyList<RunEvent.RunWarning> Warnings => [.. Engine.Events.OfType<RunEvent.RunWarning>()];

    /// <summary>What the report tells of spending.</summary>
    public async Task<ReportSpending> SpendingAsync() => ReportSpending.Of(await Engine.Get<RunSpending>().ReadAsync(TestContext.Current.CancellationToken));

    public static async Task<AgentRig> StartAsync(ScriptedAgents model, ToolLibrary? library = null, Action<ClaudeOptions>? configure = null, bool key = true)
    {
        var fake = await FakeClaudeServer.StartAsync();
        fake.When(_ => true, model.Answer);
        library ??= new();
        var folder = Directory.CreateTempSubdirectory("testforge-agents-").FullName;
        var engine = await EngineRig.StartAsync(library.Map, services => services.Configure<ClaudeOptions>(o =>
        {
            o.ApiKey = key ? FakeClaudeServer.Key : null;
            o.BaseUrl = fake.Url.AbsoluteUri;
            o.Folder = folder;
            o.FirstDelay = TimeSpan.FromMilliseconds(1);
            o.BatchPoll = TimeSpan.FromMilliseconds(5);
            configure?.Invoke(o);
        }));
        return new(library, engine, fake, folder);
    }

    public Task<SiteMap> MapAsync() => SiteMapper.MapAsync(Engine.Browser, Engine.Url, ["/", "/tools", "/tools/drill", "/book", "/account", "/news"], TestContext.Current.CancellationToken);

    public async Task<TestPlan> DesignAsync(SiteMap? map = null, int maxTests = 25, AgentLimits? limits = null, bool allowDestructive = false)
    {
        var site = await Engine.StoreAsync(ArtifactKinds.SiteMap, map ?? await MapAsync());
        var output = await Engine.RunAsync(Stages.Design, new(Guid.Empty, site, new(), maxTests, 1, allowDestructive, Agents: limits ?? new()));
        return await Engine.LoadAsync<TestPlan>(output.Plan);
    }

    public Task<ApplicationModel> ApplicationAsync(TestPlan plan) => Engine.LoadAsync<ApplicationModel>(plan.Application.ShouldNotBeNull());

    /// <summary>Runs a case; returns what failed, or null.</summary>
    public async Task<string?> RunAsync(TestPlan plan, TestCase test)
    {
        await using var session = await BrowserSession.OpenAsync(Engine.Browser, new(), TestContext.Current.CancellationToken);
        var driver = new StepDriver(session, plan.Target, plan.Elements.ToDictionary(e => e.Id, e => e.Locator), new() { Check = TimeSpan.FromSeconds(2) });
        foreach (var step in test.Steps)
        {
            var outcome = await driver.PerformAsync(step.Action, TestContext.Current.CancellationToken);
            if (!outcome.Passed)
            {
                return $"{step.Text}: {outcome}";
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Fake.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
