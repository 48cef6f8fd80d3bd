using System.Net;
using System.Net.Sockets;
using TestForge.Egress;

namespace TestForge.Engine.Browser;

/// <summary>Tells targets that only a person may name, because they are in a private network, from those that a program may name too.</summary>
public static class TargetReach
{
    /// <summary>Why a target that no person has named is not to be tested, or null. A host that cannot be looked up is left to whoever visits it.</summary>
    public static async Task<string?> RefusalOfAsync(Uri target, CancellationToken cancellationToken)
    {
        if (IsThisMachine(target))
        {
            return null;
        }

        try
        {
            var host = target.IdnHost.Trim('[', ']');
            var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
            return addresses.Select(a => AddressPolicy.WhyNotPublic(a) is { } what ? $"{target.IdnHost} leads to {a}, which is {what}" : null).FirstOrDefault(w => w is not null);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    internal static bool MayBePrivate(BrowserOptions options) => !options.GuardTarget || (options.Target is { } target && IsThisMachine(target));

    // By its own names only: another name that leads here may be one that somebody else has turned towards this machine.
    private static bool IsThisMachine(Uri target) =>
        target.IdnHost == "localhost" || target.IdnHost.EndsWith(".localhost", StringComparison.Ordinal) || (IPAddress.TryParse(target.IdnHost.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
