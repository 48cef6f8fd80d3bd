using System.Net;

namespace TestForge.Platform.Access;

/// <summary>Lists of networks in CIDR notation (RFC 4632, RFC 4291).</summary>
internal static class Networks
{
    /// <summary>A network as it is kept, or null when the text is none. A single address is a network of one.</summary>
    public static string? Normal(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return $"{address}/{(address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)}";
        }

        return IPNetwork.TryParse(text, out var network) ? network.ToString() : null;
    }

    /// <summary>Whether an address is in one of the networks, or there are none.</summary>
    public static bool Allow(IReadOnlyList<string> networks, IPAddress? address)
    {
        if (networks.Count == 0)
        {
            return true;
        }

        // A socket that serves both kinds writes IPv4 addresses in the form of IPv6.
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && networks.Any(n => IPNetwork.Parse(n) is var network && network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
