using System.Net;
using System.Net.Sockets;

namespace TestForge.Egress;

/// <summary>Resolves a host itself, checks every address it has, and connects to the one it checked: what a second look-up would say does not matter.</summary>
public sealed class EgressConnector(EgressRules rules, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

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
        var bare = host.Trim('[', ']').TrimEnd('.');
        var addresses = IPAddress.TryParse(bare, out var literal) ? [literal] : await _resolve(bare, cancellationToken);
        return addresses.Length > 0 ? addresses : throw new EgressException($"{host} has no address", refused: false);
    }

    // One private address among public ones is enough to refuse: which of them is used is not ours to choose.
    private void Check(string host, int port, IPAddress[] addresses)
    {
        if (rules.AllowPrivate || rules.Allowed.Contains($"{host.TrimEnd('.')}:{port}", StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var address in addresses)
        {
            if (AddressPolicy.WhyNotPublic(address) is { } what)
            {
                throw new EgressException($"{host}:{port} leads to {address}, which is {what}", refused: true);
            }
        }
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
