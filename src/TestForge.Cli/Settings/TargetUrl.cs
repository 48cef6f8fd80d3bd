using System.Net;
using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads the address a user typed.</summary>
internal static partial class TargetUrl
{
    public static Uri Parse(string typed)
    {
        var text = typed.Trim();
        if (SchemeOf(text) is { } scheme)
        {
            if (scheme is not ("http" or "https"))
            {
                throw new StageException("usage.unsupported_scheme", $"'{typed}' has the scheme '{scheme}'; only http and https can be tested.", retryable: false);
            }
        }
        else
        {
            text = $"{(IsLocal(text) ? "http" : "https")}://{text}";
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || text.Any(char.IsWhiteSpace))
        {
            throw new StageException("usage.invalid_url", $"'{typed}' is not an address. Give one such as https://shop.example or localhost:3000.", retryable: false);
        }

        // The part behind # never reaches a server and would make two runs of one page differ.
        return uri.Fragment.Length == 0 ? uri : new Uri(uri.GetLeftPart(UriPartial.Query));
    }

    private static string? SchemeOf(string text)
    {
        var match = Scheme().Match(text);
        return match.Success ? match.Groups[1].Value.ToLowerInvariant() : null;
    }

    private static bool IsLocal(string text)
    {
        var authority = text.Split('/', '?', '#')[0];
        var host = Port().Replace(authority, "");
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(host.Trim('[', ']'), out _);
    }

    /// <summary>A scheme, and not a host with a port: <c>localhost:3000</c> has none.</summary>
    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$))")]
    private static partial Regex Scheme();

    [GeneratedRegex(@":\d+$")]
    private static partial Regex Port();
}
