using System.Text.RegularExpressions;

namespace TestForge.Engine.Design.Trials;

/// <summary>Addresses of single records: what names the record varies, the rest does not.</summary>
internal static partial class UrlTemplates
{
    /// <summary>The address with <c>*</c> in the place of numbers, ids and a word of the attempt's own, or null when it has none.</summary>
    public static string? Of(string path, string? word = null)
    {
        var template = Id().Replace(word is null ? path : path.Replace(word, "*", StringComparison.OrdinalIgnoreCase), "*");
        return template == path || path.Contains('*', StringComparison.Ordinal) ? null : template;
    }

    /// <summary>The same, with the last part of the address in the record's place when it has no number.</summary>
    public static string? OfRecord(string path) => Of(path) ?? (path.Contains('*', StringComparison.Ordinal) ? null : LastPart().Replace(path, "*"));

    [GeneratedRegex(@"(?<=[/=])[^/=&?#]+/?$")]
    private static partial Regex LastPart();

    [GeneratedRegex(@"(?<=[/=])(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?=[\w-]*\d)[0-9a-z_-]{8,})(?=[/?#&]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
