using System.Text.RegularExpressions;

namespace TestForge.Engine.Design.Trials;

/// <summary>Recognises text that may hold now and not tomorrow, even when two visits saw the same.</summary>
internal static partial class VolatileText
{
    /// <summary>Returns why the text looks volatile, or null.</summary>
    public static string? Reason(string text) => text switch
    {
        _ when Clock().IsMatch(text) => "it contains a time of day",
        _ when Date().IsMatch(text) => "it contains a date",
        _ when Relative().IsMatch(text) => "it speaks of time relative to now",
        _ when Identifier().IsMatch(text) => "it contains something like a random id",
        _ when Numbered().IsMatch(text) => "it contains a long number",
        _ when Counter().IsMatch(text) => "it contains a counter",
        _ when Amount().IsMatch(text) => "it contains an amount or a count of the data",
        _ => null,
    };

    /// <summary>Tells whether a control shows what its user did before, which the next visit changes.</summary>
    public static bool IsHistory(string control) => History().IsMatch(control);

    [GeneratedRegex(@"\b(recent(ly)?|history|last (viewed|visited|used|opened|searches))\b", RegexOptions.IgnoreCase)]
    private static partial Regex History();

    [GeneratedRegex(@"\b\d{1,2}:\d{2}(:\d{2})?\b|\b\d{1,2}\s?[ap]\.?m\b", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(ago|just now|today|yesterday|tomorrow|tonight|(seconds?|minutes?|hours?|days?|weeks?|months?) (left|remaining|from now)|in \d+ (seconds?|minutes?|hours?|days?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,}\b|\b(?=\w*\d\w*\d)(?=\w*[A-Za-z]\w*[A-Za-z])\w{12,}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\d{6,}|#\d{3,}")]
    private static partial Regex Numbered();

    // "8 expenses", "Comments (2)" and "Total: £34.00" count the data.
    [GeneratedRegex(@"^\W{0,3}\d|\(\d+\)|\p{Sc}\s?\d|\d\s?\p{Sc}")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b\d[\d,.]*\s+(views?|visitors?|visits|users? online|online|likes?|hits)\b|\b(visits|views|hits)\s*:?\s*\d", RegexOptions.IgnoreCase)]
    private static partial Regex Counter();
}
