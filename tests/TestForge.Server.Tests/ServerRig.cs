using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Limits;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests;

/// <summary>A whole server on a free port, in this process, with a folder of its own.</summary>
internal sealed class ServerRig : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static byte[]? migrated;

    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly WebApplication _app;

    private ServerRig(WebApplication app, string folder, bool ownsFolder, FirstStartSecrets? first)
    {
        _app = app;
        _folder = folder;
        _ownsFolder = ownsFolder;
        FirstKey = first?.Key;
        JoinPath = first?.JoinPath;
        Client = ClientWith(FirstKey);
    }

    /// <summary>Null when the installation had its first start before.</summary>
    public string? FirstKey { get; }

    /// <summary>Where the owner chooses a password; null when the installation had its first start before.</summary>
    public string? JoinPath { get; }

    /// <summary>Acts for the first tenant.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string Folder => _folder;

    /// <summary>The first tenant.</summary>
    public TenantId Tenant
    {
        get
        {
            ApiKeyText.TryRead(FirstKey!, out var tenant).ShouldBeTrue();
            return tenant;
        }
    }

    /// <summary>Asks until something holds; the time of the test is the limit.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, Action? between = null)
    {
        while (!await holds())
        {
            between?.Invoke();

            // A look at the server takes long enough not to keep a processor busy.
            using var response = await Client.GetAsync("/health/live", Token);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="settings">The database; the rest is set here.</param>
    /// <param name="executor">Stands in for the engine; null for the engine itself.</param>
    /// <param name="folder">A folder that an earlier server used, or null for a new one.</param>
    /// <param name="adapt">Changes the settings.</param>
    /// <param name="replace">Registers what stands in for a part, or changes options.</param>
    public static async Task<ServerRig> StartAsync(ServerSettings settings, IRunExecutor? executor = null, string? folder = null, Func<ServerSettings, ServerSettings>? adapt = null, Action<IServiceCollection>? replace = null)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("testforge-server-").FullName;
        if (folder is null && settings.Database is null)
        {
            await File.WriteAllBytesAsync(Path.Combine(data, DataFolder.DatabaseFile), await MigratedAsync(), Token);
        }

        settings = settings with { Urls = "http://127.0.0.1:0", DataFolder = data, Local = true };
        var app = ServerHost.Build(adapt?.Invoke(settings) ?? settings, services =>
        {
            if (executor is not null)
            {
                services.AddSingleton(executor);
            }

            // Tests ask more often than callers do.
            services.Configure<LimitOptions>(o => (o.PerKey, o.PerTenant, o.PerStranger) = (1_000_000, 1_000_000, 1_000_000));
            replace?.Invoke(services);
        });
        var first = await ServerHost.PrepareAsync(app, Token);
        await app.StartAsync(Token);
        return new(app, data, folder is null, first);
    }

    /// <summary>A client with a key, or with none.</summary>
    public HttpClient ClientWith(string? key)
    {
        var client = new HttpClient { BaseAddress = new(_app.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Another tenant, and a client that acts for it.</summary>
    public async Task<HttpClient> RivalAsync(params string[] scopes)
    {
        var tenant = new TenantId(Guid.CreateVersion7());
        var (key, text) = CreateKey.Make(tenant, "Rival", scopes.Length == 0 ? Scopes.All : scopes, null, TimeProvider.System);
        await Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            async db =>
            {
                db.Add(new Tenant { Id = tenant, Name = "Rival", CreatedAt = TimeProvider.System.GetUtcNow() });
                db.Add(key);
                return await db.SaveChangesAsync(Token);
            },
            Token);
        return ClientWith(text);
    }

    /// <summary>A project over an address; returns the answer's body.</summary>
    public async Task<JsonElement> ProjectAsync(string url, string name = "Shop")
    {
        using var response = await Client.PostAsJsonAsync("/api/v1/projects", new { name, baseUrl = url }, Token);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    /// <summary>Starts a run and returns its id.</summary>
    public async Task<Guid> RunAsync(Guid project, object? settings = null)
    {
        using var response = await Client.PostAsJsonAsync($"/api/v1/projects/{project}/runs", settings ?? new { }, Token);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Token));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        response.Headers.Location!.ToString().ShouldBe($"/api/v1/runs/{body.GetProperty("runId").GetGuid()}");
        return body.GetProperty("runId").GetGuid();
    }

    public async Task<JsonElement> GetAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path, Token);

    /// <summary>The events of a run, from after one of them until it has ended.</summary>
    public async Task<List<(long Id, string Kind, JsonElement Data)>> EventsAsync(Guid run, long? after = null, int? most = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        if (after is { } last)
        {
            request.Headers.Add("Last-Event-ID", $"{last}");
        }

        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        var events = new List<(long, string, JsonElement)>();
        var (id, kind) = (0L, "");
        while ((most is null || events.Count < most) && await reader.ReadLineAsync(Token) is { } line)
        {
            switch (line.Split(": ", 2))
            {
                case ["id", var number]:
                    id = long.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case ["event", var word]:
                    kind = word;
                    break;
                case ["data", var data]:
                    events.Add((id, kind, JsonDocument.Parse(data).RootElement));
                    break;
            }
        }

        return events;
    }

    // Migrating takes seconds on a busy machine, and a copy of what was migrated is the same.
    private static async Task<byte[]> MigratedAsync()
    {
        await Gate.WaitAsync(Token);
        try
        {
            if (migrated is null)
            {
                var folder = Directory.CreateTempSubdirectory("testforge-server-").FullName;
                await using (var app = ServerHost.Build(new() { DataFolder = folder }))
                {
                    await app.Services.GetRequiredService<Schema>().MigrateAsync(Token);
                }

                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                migrated = await File.ReadAllBytesAsync(Path.Combine(folder, DataFolder.DatabaseFile), Token);
                Directory.Delete(folder, recursive: true);
            }

            return migrated;
        }
        finally
        {
            Gate.Release();
        }
    }

    public Task StopAsync() => _app.StopAsync(Token);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
