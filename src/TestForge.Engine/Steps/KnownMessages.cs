using System.Text.RegularExpressions;

namespace TestForge.Engine.Steps;

/// <summary>Compares console messages between visits: what counts things or names a host is the same message.</summary>
internal static partial class KnownMessages
{
    /// <summary>Digit runs become <c>#</c>, and the target's own origin is taken out.</summary>
    public static string Normalise(string message, Uri target) =>
        Digits().Replace(message.Replace(target.GetLeftPart(UriPartial.Authority), "", StringComparison.OrdinalIgnoreCase), "#");

    public static bool Knows(IEnumerable<string> known, string message, Uri target)
    {
        var normal = Normalise(message, target);
        return known.Any(k => Normalise(k, target) == normal);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
