using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace TestForge.TestKit;

/// <summary>A web application on a free port of 127.0.0.1, for one test.</summary>
public sealed class SiteHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SiteHost(WebApplication app, Uri url)
    {
        _app = app;
        Url = url;
    }

    public Uri Url { get; }

    /// <param name="map">Adds the routes.</param>
    public static async Task<SiteHost> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app, new(app.Urls.Single() + "/"));
    }

    public async ValueTask DisposeAsync()
    {
        // Pages under test may hold connections open for ever.
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }
}
