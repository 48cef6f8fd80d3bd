using System.Text.RegularExpressions;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Api;

/// <summary>Paths of API calls with their variable parts named.</summary>
internal static partial class PathTemplate
{
    public const string Slug = "{slug}";
    private const int MaxSegments = 20;
    private const int MaxLength = 100;

    /// <summary>The segments of a path; a part that is variable by its looks is replaced by its name.</summary>
    public static string[] Segments(Uri url) =>
        [.. url.AbsolutePath.Trim('/').Split('/').Take(MaxSegments).Select(s => NameFor(s) is { } name ? $"{{{name}}}" : PageText.Clean(s, MaxLength))];

    public static bool IsNamed(string segment) => segment.StartsWith('{');

    /// <summary>What a variable part is: <c>id</c>, <c>uuid</c>, <c>date</c>, <c>email</c> or <c>key</c>; null for a word.</summary>
    public static string? NameFor(string segment) => Number().IsMatch(segment) ? "id"
        : Uuid().IsMatch(segment) ? "uuid"
        : Date().IsMatch(segment) ? "date"
        : segment.Contains('@', StringComparison.Ordinal) || segment.Contains("%40", StringComparison.Ordinal) ? "email"
        : segment.Length > MaxLength || Key().IsMatch(segment) ? "key"
        : null;

    /// <summary>The path as text; a name that comes twice is numbered, as each must be unique.</summary>
    public static string Text(IEnumerable<string> segments)
    {
        var used = new Dictionary<string, int>();
        return "/" + string.Join('/', segments.Select(s =>
        {
            if (!IsNamed(s))
            {
                return s;
            }

            var count = used[s] = used.GetValueOrDefault(s) + 1;
            return count == 1 ? s : $"{s[..^1]}{count}}}";
        }));
    }

    [GeneratedRegex(@"^\d+\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^\d{4}-\d\d(-\d\d)?(T[\d:.]+Z?)?\z")]
    private static partial Regex Date();

    // Hashes, object ids, ULIDs and signed values: long, with digits among the letters, and no words.
    [GeneratedRegex(@"^(?=[^/]*\d)([0-9a-f]{16,}|[0-9A-HJKMNP-TV-Z]{26}|(?=[^/]*[a-z])(?=[^/]*[A-Z])[\w\-]{20,}|[\w\-]{10,}\.[\w\-]{10,}\.[\w\-]{10,})\z")]
    private static partial Regex Key();
}
