using TestForge.Engine.Browser;

namespace TestForge.Engine.Steps;

/// <summary>Says in a sentence what the browser driver says in a log.</summary>
internal static class FailureText
{
    // The log itself is left out: it repeats what was typed.
    private const string Log = "Call log";

    private static readonly (string Sign, string Meaning)[] Reasons =
    [
        ("intercepts pointer events", "another element covers it"),
        ("outside of the viewport", "it lies outside of the viewport"),
        ("element is not visible", "it is not visible"),
        ("element is not enabled", "it is disabled"),
        ("element is not editable", "it cannot be edited"),
        ("element is not stable", "it does not stop moving"),
        ("did not find some options", "it has no such option"),
        ("element was detached", "it was taken off the page"),
    ];

    public static string Of(string message)
    {
        var end = message.IndexOf(Log, StringComparison.Ordinal);
        var text = PageText.Clean(end > 0 ? message[..end] : message, 500);
        var reason = end < 0 ? default : Reasons.FirstOrDefault(r => message.IndexOf(r.Sign, end, StringComparison.Ordinal) >= 0);
        return reason.Meaning is null ? text : $"{reason.Meaning} ({text})";
    }
}
