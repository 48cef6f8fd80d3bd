using System.Text.RegularExpressions;

namespace TestForge.Engine.Discovery.Api;

/// <summary>Recognises the formats of JSON schema in texts.</summary>
internal static partial class JsonFormats
{
    private const int LongestFormatted = 300;

    /// <summary>Returns null for plain text.</summary>
    public static string? Of(string text) => text.Length is 0 or > LongestFormatted ? null
        : Uuid().IsMatch(text) ? "uuid"
        : DateTime().IsMatch(text) ? "date-time"
        : Date().IsMatch(text) ? "date"
        : Email().IsMatch(text) ? "email"
        : Address().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _) ? "uri"
        : null;

    [GeneratedRegex(@"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();

    // RFC 3339, section 5.6: with an offset.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+\-]\d\d:\d\d)\z")]
    private static partial Regex DateTime();

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"^[^\s@<>""]{1,64}@[a-z0-9\-]{1,63}(\.[a-z0-9\-]{1,63})+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Email();

    [GeneratedRegex(@"^https?://\S+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
