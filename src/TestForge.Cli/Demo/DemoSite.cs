using System.Net;
using System.Net.Sockets;

namespace TestForge.Cli.Demo;

internal sealed class DemoSite : IAsyncDisposable
{
    private const int PortAttempts = 10;

    private readonly DemoServer _server;

    private DemoSite(Uri url, DemoServer server)
    {
        Url = url;
        _server = server;
    }

    public Uri Url { get; }

    public static Task<DemoSite> StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var url = new Uri($"http://localhost:{FreePort()}/");
            var listener = new HttpListener();
            listener.Prefixes.Add(url.ToString());
            try
            {
                listener.Start();
            }
            catch (HttpListenerException) when (attempt < PortAttempts)
            {
                // HttpListener cannot pick a port itself, so another process may take the one just found.
                listener.Close();
                continue;
            }

            return Task.FromResult(new DemoSite(url, DemoServer.Start(listener)));
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
