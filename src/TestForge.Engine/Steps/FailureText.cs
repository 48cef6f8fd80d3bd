using System.Text.RegularExpressions;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Steps;

/// <summary>Says in a sentence what the browser driver says in a log.</summary>
internal static partial class FailureText
{
    // The log itself is left out: it repeats what was typed.
    private const string Log = "Call log";

    private static readonly (string Sign, Obstacle Obstacle, string Meaning)[] Reasons =
    [
        ("intercepts pointer events", Obstacle.Covered, "another element covers it"),
        ("outside of the viewport", Obstacle.OutOfView, "it lies outside of the viewport"),
        ("element is not visible", Obstacle.Hidden, "it is not visible"),
        ("element is not enabled", Obstacle.Disabled, "it is disabled"),
        ("element is not editable", Obstacle.NotEditable, "it cannot be edited"),
        ("element is not stable", Obstacle.Moving, "it does not stop moving"),
        ("did not find some options", Obstacle.NoSuchOption, "it has no such option"),
        ("element was detached", Obstacle.Detached, "it was taken off the page"),
    ];

    public static string Of(string message)
    {
        var text = PageText.Clean(Headline(message), 500);
        return ReasonOf(message) is { Meaning: { } meaning } ? $"{meaning} ({text})" : text;
    }

    /// <summary>What was in the way last: a page may put one thing after another there.</summary>
    public static Obstacle ObstacleOf(string message) => ReasonOf(message) switch
    {
        { Meaning: not null } reason => reason.Obstacle,
        _ when OtherKind().IsMatch(Headline(message)) => Obstacle.OtherKind,
        _ => Obstacle.None,
    };

    /// <summary>Whether the action itself came to its end: what was waited for after it is another page, not the element.</summary>
    public static bool WasDone(string message) => message.LastIndexOf(" action done", StringComparison.Ordinal) > message.LastIndexOf("retrying ", StringComparison.Ordinal);

    /// <summary>The element that was in the way last, as the log writes it, or null.</summary>
    public static string? CoverOf(string message) =>
        Cover().Matches(message) is [.., var last] ? PageText.Clean(last.Groups[1].Value, 120) : null;

    private static string Headline(string message)
    {
        var end = message.IndexOf(Log, StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }

    private static (string Sign, Obstacle Obstacle, string? Meaning) ReasonOf(string message)
    {
        var log = message.IndexOf(Log, StringComparison.Ordinal);
        return log < 0
            ? default
            : Reasons.Select(r => (Reason: r, At: message.LastIndexOf(r.Sign, StringComparison.Ordinal)))
                .Where(r => r.At > log)
                .OrderByDescending(r => r.At)
                .Select(r => r.Reason)
                .FirstOrDefault();
    }

    [GeneratedRegex(@"^\W*(<.*>.*) intercepts pointer events", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Cover();

    [GeneratedRegex(@"is not an? <|cannot be filled|Malformed value|Not a checkbox|Cannot type text", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherKind();
}
