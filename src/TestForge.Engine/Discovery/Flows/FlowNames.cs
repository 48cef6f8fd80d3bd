using System.Text.RegularExpressions;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>Names flows in a user's words.</summary>
internal static partial class FlowNames
{
    private const int MaxWords = 3;
    private const int MaxLength = 60;

    /// <summary>"Create" and the thing, where a control or an address says it: <c>New article</c>, <c>/articles/12/edit</c>.</summary>
    public static string Of(string verb, string? control, string place) =>
        (ThingIn(control) ?? ThingAt(place)) is { } thing ? $"{verb} {thing}" : verb;

    /// <summary>The resource of a path, one of it: <c>/api/articles/{id}</c> is of an article.</summary>
    public static string? ThingAt(string place) =>
        SegmentsOf(place).LastOrDefault(s => !NoThing().IsMatch(s)) is { } segment ? Singular(Words(segment)) : null;

    /// <summary>The resource of a path, many of it.</summary>
    public static string? ThingsAt(string place) => SegmentsOf(place).LastOrDefault(s => !NoThing().IsMatch(s)) is { } segment ? Words(segment) : null;

    private static string? ThingIn(string? control)
    {
        if (control is null || control.Length > MaxLength)
        {
            return null;
        }

        var text = FlowWords.Delete().Replace(FlowWords.Update().Replace(FlowWords.Create().Replace(control, " "), " "), " ");
        var words = FlowWords.Empty().Replace(text, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MaxWords ? string.Join(' ', words).ToLowerInvariant() : null;
    }

    private static string[] SegmentsOf(string place) => place.Split(['/', '#', '?', '!'], StringSplitOptions.RemoveEmptyEntries);

    private static string Words(string segment) => PageText.Clean(Joints().Replace(segment, " "), MaxLength).Trim().ToLowerInvariant();

    private static string Singular(string words) => words switch
    {
        [.., 'i', 'e', 's'] => $"{words[..^3]}y",
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c' or 's', 'h', 'e', 's'] => words[..^2],
        [.., 's', 's'] or [.., 'u', 's'] => words,
        [.., 's'] => words[..^1],
        _ => words,
    };

    [GeneratedRegex(@"[_\-]+|(?<=\p{Ll})(?=\p{Lu})")]
    private static partial Regex Joints();

    // Variable parts, verbs and what every application has.
    [GeneratedRegex(@"^(\{.*\}|.*\d.*|v\d+|api|rest|index(\.\w+)?|new|add|create|edit|update|delete|remove|list|all|view|show|editor|compose|admin|app|home)\z", RegexOptions.IgnoreCase)]
    private static partial Regex NoThing();
}
