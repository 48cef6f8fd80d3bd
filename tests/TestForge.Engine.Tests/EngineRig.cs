using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Browser;
using TestForge.Engine.Execution;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests;

/// <summary>The engine as the product wires it, a site whose pages a test can change, and a real browser.</summary>
internal sealed class EngineRig : IAsyncDisposable, IRunEvents
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-rig-").FullName;
    private readonly SiteHost _site;
    private readonly ServiceProvider _services;

    private EngineRig(SiteHost site, Action<IServiceCollection>? configure)
    {
        _site = site;
        var services = new ServiceCollection();
        services.Configure<BrowserOptions>(o => o.Target = site.Url);
        services.AddSingleton<IArtifactStore>(new FolderArtifactStore(_folder));
        services.AddSingleton<IRunEvents>(this);
        configure?.Invoke(services);
        services.AddEngine();
        _services = services.BuildServiceProvider();
    }

    public Uri Url => _site.Url;

    public ConcurrentQueue<RunEvent> Events { get; } = [];

    public IArtifactStore Artifacts => _services.GetRequiredService<IArtifactStore>();

    public BrowserHost Browser => _services.GetRequiredService<BrowserHost>();

    public SessionPool Pool => _services.GetRequiredService<SessionPool>();

    /// <summary>A part of the engine as it is wired.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Serves each page by path; the dictionary may change while the site runs.</summary>
    public static async Task<EngineRig> ServeAsync(IDictionary<string, string> pages) =>
        new(await SiteHost.StartAsync(app => app.MapFallback((HttpContext http) => pages.TryGetValue(http.Request.Path.Value!, out var html)
            ? Results.Content(html, "text/html; charset=utf-8")
            : Results.NotFound())), configure: null);

    public static async Task<EngineRig> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? configure = null) =>
        new(await SiteHost.StartAsync(map), configure);

    public void Publish(RunEvent runEvent) => Events.Enqueue(runEvent);

    public async Task<TOutput> RunAsync<TInput, TOutput>(StageDescriptor<TInput, TOutput> stage, TInput input, CancellationToken? cancellationToken = null)
    {
        stage.Name.ShouldNotBeEmpty();
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IStage<TInput, TOutput>>().ExecuteAsync(input, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Crawls the site and returns its map.</summary>
    public async Task<SiteMap> DiscoverAsync(CrawlLimits? limits = null, string path = "/", Uri? target = null)
    {
        var output = await RunAsync(Stages.Discover, new(Guid.Empty, target ?? new Uri(Url, path), limits ?? new(), new(), new(), Seed: 1));
        return await LoadAsync<SiteMap>(output.SiteMap);
    }

    public Task<ArtifactRef> StoreAsync<T>(string kind, T value) => Artifacts.PutJsonAsync(kind, value, TestContext.Current.CancellationToken);

    public Task<T> LoadAsync<T>(ArtifactRef reference) => Artifacts.GetJsonAsync<T>(reference, TestContext.Current.CancellationToken);

    /// <summary>Reads a page of the site as the engine sees it.</summary>
    public async Task<PageFacts> ReadAsync(string path, FactsOptions? options = null)
    {
        await using var session = await BrowserSession.OpenAsync(Browser, new(), TestContext.Current.CancellationToken);
        await session.Page.GotoAsync(new Uri(Url, path).AbsoluteUri);
        return await PageReader.ReadAsync(session.Page, options ?? new(), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
