using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TestForge.Cli.Demo;

// Placeholder until the real sample application is merged: one page, so that the command can be tried.
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly HttpListener _listener = new();

    public required Uri Url { get; init; }

    public static Task<DemoSite> StartAsync(CancellationToken cancellationToken)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var site = new DemoSite { Url = new($"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/") };
        probe.Stop();
        site._listener.Prefixes.Add(site.Url.ToString());
        site._listener.Start();
        _ = site.ServeAsync();
        return Task.FromResult(site);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Close();
        return ValueTask.CompletedTask;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("<!doctype html><html lang=en><title>Demo</title><h1>Demo</h1><a href=/a>A</a>"));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
