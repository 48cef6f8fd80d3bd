using System.Text.RegularExpressions;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>
/// Holds what a model types to what is given or made up: nothing that reaches somebody, and no number of a card, unless the goal says so.
/// The page has a part in what the model wants, so the page could be the one who wants it.
/// </summary>
internal static partial class TypedValues
{
    /// <summary>Why the text is not typed, or null.</summary>
    public static string? RefusalOf(string text, string given)
    {
        if (Email().Matches(text).FirstOrDefault(m => !IsGiven(m.Value, given) && !Nobody().IsMatch(m.Value.Split('@')[1])) is { } mail)
        {
            return $"the mail address {mail.Value} is neither in the goal nor made up; use one at example.com";
        }

        if (Address().Matches(text).FirstOrDefault(m => !IsGiven(m.Value, given) && !Nobody().IsMatch(m.Groups[1].Value)) is { } address)
        {
            return $"the address {address.Value} is neither in the goal nor made up; use one at example.com";
        }

        return LongNumber().Matches(text).FirstOrDefault(m => !IsGiven(m.Value, given)) is null ? null : "a number as long as that of a card is not in the goal";
    }

    private static bool IsGiven(string text, string given) => given.Contains(text, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w.-]{1,200}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:[a-z]{2,10}:)?//(?:[^/@\s]*@)?([^/:?#\s]+)\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>Names that belong to nobody (RFC 2606).</summary>
    [GeneratedRegex(@"^(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\d(?:[ -]?\d){11,18}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
