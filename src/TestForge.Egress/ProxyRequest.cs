using System.Text;

namespace TestForge.Egress;

/// <summary>The head of a request to the proxy: a tunnel, or an absolute address to fetch.</summary>
internal sealed record ProxyRequest(bool IsTunnel, string Host, int Port, byte[] Forward)
{
    private const int MaxHead = 64 * 1024;

    // These speak about the connection to us, not about the request.
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Proxy-Connection", "Proxy-Authorization", "Keep-Alive", "Host" };

    /// <summary>Reads a head. Returns null when the client sent none; throws <see cref="FormatException"/> when it is not one.</summary>
    public static async Task<ProxyRequest?> ReadAsync(Stream client, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxHead];
        var length = 0;
        while (true)
        {
            var read = await client.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return length == 0 ? null : throw new FormatException("the head is cut off");
            }

            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return Parse(Encoding.Latin1.GetString(buffer, 0, end), buffer.AsSpan(end + 4, length - end - 4));
            }

            if (length == buffer.Length)
            {
                throw new FormatException("the head is too long");
            }
        }
    }

    private static ProxyRequest Parse(string head, ReadOnlySpan<byte> body)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"] || lines.Any(l => l.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0))
        {
            throw new FormatException("the request line is not HTTP/1.1");
        }

        if (method == "CONNECT")
        {
            return Uri.TryCreate($"tcp://{target}", UriKind.Absolute, out var authority) && authority.Port > 0
                ? new(true, authority.IdnHost, authority.Port, body.ToArray())
                : throw new FormatException("the tunnel has no host and port");
        }

        // The address decides where the request goes, so it also decides the Host header: the two cannot disagree.
        if (!Uri.TryCreate(target, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "ws"))
        {
            throw new FormatException("the address is not absolute http");
        }

        var headers = lines.Skip(1).Where(l => !HopByHop.Contains(l.Split(':')[0].Trim()) || IsUpgrade(l));
        var upgrade = lines.Any(l => l.StartsWith("Upgrade:", StringComparison.OrdinalIgnoreCase));
        var forward = $"{method} {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nConnection: {(upgrade ? "Upgrade" : "close")}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n";
        return new(false, url.IdnHost, url.Port, [.. Encoding.Latin1.GetBytes(forward), .. body]);
    }

    private static bool IsUpgrade(string line) => line.StartsWith("Upgrade:", StringComparison.OrdinalIgnoreCase);
}
