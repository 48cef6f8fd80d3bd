using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TestForge.Egress;

/// <summary>Resolves a host itself, checks every address it has, and connects to the one it checked: what a second look-up would say does not matter.</summary>
public sealed class EgressConnector(EgressRules rules, HostResolver? resolve = null)
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);
    private readonly HostResolver _resolve = resolve ?? Dns.GetHostAddressesAsync;
    private readonly ConcurrentDictionary<string, bool> _beganPublic = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks a host up and remembers what it was: one that began in public must stay there, also when it is allowed.</summary>
    /// <returns>False when it leads to a private address; true when it does not, or leads nowhere.</returns>
    public async Task<bool> BeginsPublicAsync(string host, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectLimit);
        try
        {
            var addresses = await AddressesAsync(host, limit.Token);
            return _beganPublic.GetOrAdd(Bare(host), WhyNotPublic(addresses) is null);
        }
        catch (Exception e) when (e is SocketException or EgressException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return true;
        }
    }

    /// <summary>Throws <see cref="EgressException"/> when the host must not or cannot be reached.</summary>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectLimit);
        try
        {
            var addresses = await AddressesAsync(host, limit.Token);
            Check(host, port, addresses);
            return await ConnectAsync(addresses, port, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EgressException($"{host}:{port} did not answer within {ConnectLimit.TotalSeconds:0} s", refused: false);
        }
        catch (SocketException e)
        {
            throw new EgressException($"{host}:{port} cannot be reached: {e.SocketErrorCode}", refused: false);
        }
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        var bare = Bare(host);
        var addresses = IPAddress.TryParse(bare, out var literal) ? [literal] : await _resolve(bare, cancellationToken);
        return addresses.Length > 0 ? addresses : throw new EgressException($"{host} has no address", refused: false);
    }

    private void Check(string host, int port, IPAddress[] addresses)
    {
        if (rules.AllowPrivate)
        {
            return;
        }

        var why = WhyNotPublic(addresses);
        if (rules.Allowed.Contains($"{host.TrimEnd('.')}:{port}", StringComparer.OrdinalIgnoreCase))
        {
            // A name that whoever owns it turns towards this network is not the one that was allowed.
            if (_beganPublic.GetOrAdd(Bare(host), why is null) && why is not null)
            {
                throw new EgressException($"{host}:{port} was public and now leads to {why}", refused: true);
            }
        }
        else if (why is not null)
        {
            throw new EgressException($"{host}:{port} leads to {why}", refused: true);
        }
    }

    private static string Bare(string host) => host.Trim('[', ']').TrimEnd('.');

    // One private address among public ones is enough to refuse: which of them is used is not ours to choose.
    private static string? WhyNotPublic(IPAddress[] addresses)
    {
        foreach (var address in addresses)
        {
            if (AddressPolicy.WhyNotPublic(address) is { } what)
            {
                return $"{address}, which is {what}";
            }
        }

        return null;
    }

    private static async Task<Socket> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
                return socket;
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }
}
