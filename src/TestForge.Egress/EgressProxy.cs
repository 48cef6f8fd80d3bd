using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace TestForge.Egress;

/// <summary>A forward proxy for the browser on 127.0.0.1. Everything a page asks for, redirects and sockets too, passes the guard.</summary>
public sealed class EgressProxy : IAsyncDisposable
{
    /// <summary>The header of answers that the proxy gives in place of a host: the mark, and <c>refused</c> or <c>unreachable</c>.</summary>
    public const string Header = "X-TestForge-Egress";

    private const int MaxRefusals = 1_000;
    private const int MaxConnections = 512;
    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(2);

    // Browsers open connections ahead of time, so a while without a word is no attack.
    private static readonly TimeSpan HeadLimit = TimeSpan.FromMinutes(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _slots = new(MaxConnections);
    private readonly ConcurrentQueue<EgressRefusal> _refusals = new();
    private readonly EgressConnector _connector;
    private readonly TimeSpan _headLimit;
    private readonly Task _accepting;

    private EgressProxy(EgressConnector connector, TimeSpan headLimit)
    {
        _connector = connector;
        _headLimit = headLimit;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where the proxy listens.</summary>
    public Uri Address { get; }

    /// <summary>Begins the value of <see cref="Header"/> in the proxy's own answers. A page cannot know it, so no answer of a page passes for one of these.</summary>
    public string Mark { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What was refused, in order; the first thousand.</summary>
    public IReadOnlyCollection<EgressRefusal> Refusals => _refusals;

    public static EgressProxy Start(EgressRules rules) => Start(new EgressConnector(rules));

    /// <summary>Starts a proxy over a connector of one's own. A client has <paramref name="headLimit"/>, a minute when unset, to say what it wants.</summary>
    public static EgressProxy Start(EgressConnector connector, TimeSpan? headLimit = null) => new(connector, headLimit ?? HeadLimit);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _slots.WaitAsync(_stop.Token);
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            await ServeAsync(stream, _stop.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A peer that goes away ends its connection and nothing else.
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        ProxyRequest? request;
        try
        {
            using var head = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            head.CancelAfter(_headLimit);
            request = await ProxyRequest.ReadAsync(client, head.Token);
        }
        catch (FormatException e)
        {
            await AnswerAsync(client, "400 Bad Request", e.Message, refused: false, cancellationToken);
            return;
        }

        if (request is null)
        {
            return;
        }

        Socket upstream;
        try
        {
            upstream = await _connector.ConnectAsync(request.Host, request.Port, cancellationToken);
        }
        catch (EgressException e)
        {
            if (e.Refused && _refusals.Count < MaxRefusals)
            {
                _refusals.Enqueue(new($"{request.Host}:{request.Port}", e.Message));
            }

            await AnswerAsync(client, e.Refused ? "403 Forbidden" : "502 Bad Gateway", e.Message, e.Refused, cancellationToken);
            return;
        }

        await using var server = new NetworkStream(upstream, ownsSocket: true);
        if (request.IsTunnel)
        {
            await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellationToken);
        }

        await server.WriteAsync(request.Forward, cancellationToken);
        await PumpAsync(client, server, cancellationToken);
    }

    private static async Task PumpAsync(NetworkStream client, NetworkStream server, CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(CopyAsync(client, server, idle), CopyAsync(server, client, idle));
        await idle.CancelAsync();
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, CancellationTokenSource idle)
    {
        var buffer = new byte[32 * 1024];
        while (true)
        {
            idle.CancelAfter(IdleLimit);
            var read = await from.ReadAsync(buffer, idle.Token);
            if (read == 0)
            {
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), idle.Token);
        }
    }

    private async Task AnswerAsync(NetworkStream client, string status, string why, bool refused, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes($"TestForge does not open this address: {why}.\n");
        var head = $"HTTP/1.1 {status}\r\n{Header}: {Mark} {(refused ? "refused" : "unreachable")}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await client.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], cancellationToken);
    }
}
