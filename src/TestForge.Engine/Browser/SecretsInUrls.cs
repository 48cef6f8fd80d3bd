using System.Text.RegularExpressions;

namespace TestForge.Engine.Browser;

/// <summary>Hides what must not reach a log or a report in an address: credentials and secret-looking query values.</summary>
internal static partial class SecretsInUrls
{
    private const int MaxLength = 2_000;

    public static string Hide(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            return "";
        }

        var shown = PageText.Clean(url, MaxLength);
        return Query().Replace(Credentials().Replace(shown, "$1***@"), "$1=***");
    }

    [GeneratedRegex(@"^(\w+://)[^/@\s]+@")]
    private static partial Regex Credentials();

    [GeneratedRegex(@"(?<=[?&#;])([\w.\-]*(?:token|secret|password|passwd|pwd|api_?key|auth|session|sid|signature|sig|code|jwt)[\w.\-]*)=[^&#;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
