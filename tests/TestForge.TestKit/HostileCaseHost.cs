using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TestForge.TestKit;

/// <summary>Serves the hostile cases, each by bytes of its own: no web server would send most of them.</summary>
public sealed class HostileCaseHost : IAsyncDisposable
{
    private static readonly Dictionary<string, HostileCase> Cases = HostileCase.All.ToDictionary(c => c.Name);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private HostileCaseHost()
    {
        _listener.Start(500);
        Url = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    public static HostileCaseHost Start() => new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var served = client;
        try
        {
            var stream = client.GetStream();
            var buffer = new byte[64 * 1024];
            var length = 0;
            do
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
                length += read;
                if (read == 0)
                {
                    return;
                }
            }
            while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0);

            var path = Encoding.ASCII.GetString(buffer, 0, length).Split(' ')[1].Split('?')[0];
            var (answer, hold) = Answer(path);
            await stream.WriteAsync(answer, _stop.Token);
            if (hold)
            {
                _ = await stream.ReadAsync(buffer, _stop.Token);
            }
            else
            {
                client.Client.Shutdown(SocketShutdown.Send);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                limit.CancelAfter(TimeSpan.FromSeconds(2));
                _ = await stream.ReadAsync(buffer, limit.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or IndexOutOfRangeException)
        {
            // Whoever is shown such pages hangs up.
        }
    }

    private static (byte[] Answer, bool Hold) Answer(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["case", var name] when Cases.TryGetValue(name, out var found) => (found.Raw ?? Page(name, found.Body, found.Head, found.Headers), found.Hold),
        ["after", var name] => (Page($"After {name}", $"<h1>After</h1><p id='{name}'>All is well.</p>"), false),
        ["group", var names] => (Page("Group", string.Concat(names.Split(',').Select(n => $"<p><a href='/case/{n}'>{n}</a> <a href='/after/{n}'>after it</a></p>"))), false),
        ["never"] => ([], true),
        _ => ("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"u8.ToArray(), false),
    };

    private static byte[] Page(string title, string body, string head = "", string headers = "")
    {
        var content = Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head><meta charset=utf-8><link rel=icon href='data:,'><title>{title}</title>{head}</head><body><h2>{title}</h2>{body}</body></html>");
        var more = string.Concat(headers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(h => h + "\r\n"));
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {content.Length}\r\nConnection: close\r\n{more}\r\n"), .. content];
    }
}
