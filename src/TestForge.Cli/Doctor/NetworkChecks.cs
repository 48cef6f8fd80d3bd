using System.Net;
using System.Net.Sockets;

namespace TestForge.Cli.Doctor;

/// <summary>Looks whether names resolve, and whether the application answers.</summary>
internal static class NetworkChecks
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    public static async Task<CheckResult> NamesAsync(CancellationToken cancellationToken)
    {
        var reason = await TryAsync(async token => await Dns.GetHostAddressesAsync("example.com", token), cancellationToken);
        return reason is null
            ? new("Network", false, CheckState.Found, "names on the internet resolve")
            : new("Network", false, CheckState.Missing, $"names on the internet do not resolve ({reason})", "applications on this machine or network can still be tested; otherwise check /etc/resolv.conf");
    }

    public static async Task<CheckResult> TargetAsync(Uri target, CancellationToken cancellationToken)
    {
        var reason = await TryAsync(
            async token =>
            {
                using var client = new TcpClient();
                await client.ConnectAsync(target.IdnHost.Trim('[', ']'), target.Port, token);
            },
            cancellationToken);
        var name = $"{target.IdnHost}:{target.Port}";
        return reason is null
            ? new("Target", true, CheckState.Found, $"{name} accepts connections")
            : new("Target", true, CheckState.Missing, $"{name}: {reason}", "check the address and that the application runs");
    }

    private static async Task<string?> TryAsync(Func<CancellationToken, Task> attempt, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await attempt(limit.Token);
            return null;
        }
        catch (SocketException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer in {Limit.TotalSeconds} s";
        }
    }
}
