using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Prompts;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

/// <summary>The client as the product wires it, against a service that is scripted.</summary>
internal sealed class ClaudeRig : IAsyncDisposable
{
    private readonly List<ServiceProvider> _providers = [];
    private readonly Action<ClaudeOptions>? _configure;

    private ClaudeRig(FakeClaudeServer fake, Action<ClaudeOptions>? configure)
    {
        Fake = fake;
        _configure = configure;
        Services = Fresh();
    }

    public FakeClaudeServer Fake { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("testforge-claude-").FullName;

    public IServiceProvider Services { get; }

    public IClaude Claude => Services.GetRequiredService<IClaude>();

    public static ClaudeScope Scope { get; } = new("local", "shop", "run-1");

    public static async Task<ClaudeRig> StartAsync(Action<ClaudeOptions>? configure = null) => new(await FakeClaudeServer.StartAsync(), configure);

    public static ClaudeRequest Request(string question = "What is this page?") => new()
    {
        PromptName = "page.understand",
        PromptVersion = 1,
        Instructions = "Say what a page is for.",
        Question = question,
        Data = [new PageData("page p1", "Cart. Two items. Checkout.")],
        MaxOutputTokens = 500,
        Purpose = ClaudePurpose.Page,
    };

    public Task<ClaudeResult<PageAnswer>> AskAsync(ClaudeRequest? request = null, Func<PageAnswer, IReadOnlyList<string>>? check = null, IServiceProvider? services = null) =>
        (services ?? Services).GetRequiredService<IClaude>().AskAsync(Scope, request ?? Request(), check, TestContext.Current.CancellationToken);

    /// <summary>The client of another process, with the same folder.</summary>
    public IServiceProvider Fresh()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.Configure<ClaudeOptions>(o =>
        {
            o.ApiKey = FakeClaudeServer.Key;
            o.BaseUrl = Fake.Url.AbsoluteUri;
            o.Folder = Folder;
            o.FirstDelay = TimeSpan.FromMilliseconds(1);
            o.BatchPoll = TimeSpan.FromMilliseconds(5);
            _configure?.Invoke(o);
        });
        services.AddClaude();
        _providers.Add(services.BuildServiceProvider());
        return _providers[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await Fake.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
