using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>What a candidate must be, whatever its score. Each refusal is a sentence.</summary>
internal static partial class HealRules
{
    private const double HalfOfTheWords = 0.5;

    // Less than the height of a button, so that a neighbour that moved up is not in the same place.
    private const double SamePlacePixels = 16;

    /// <summary>Returns why a candidate cannot stand for the element, or null.</summary>
    public static string? Refusal(ElementFingerprint wanted, FactsElement candidate)
    {
        if (!candidate.Visible)
        {
            return "it is not visible";
        }

        if (!candidate.Enabled)
        {
            return "it is disabled";
        }

        if (UseOf(wanted) != UseOf(candidate.Print))
        {
            return $"it is used as {UseOf(candidate.Print)}, not as {UseOf(wanted)}";
        }

        var link = candidate.Link is { } address && Uri.TryCreate(address, UriKind.Absolute, out var leadsTo) ? leadsTo : null;
        if (DestructiveGuard.HazardOf(candidate.Print, link) is { } hazard && DestructiveGuard.HazardOf(wanted, wanted.Href == candidate.Print.Href ? link : null) != hazard)
        {
            return $"its meaning has changed: {hazard}";
        }

        return Anchored(wanted, candidate.Print) ? null : "nothing that names the element is the same";
    }

    /// <summary>Whether another element has kept a name of the wanted one that the best candidate has not: then two properties each point elsewhere.</summary>
    public static bool Contradicts(ElementFingerprint wanted, ElementFingerprint best, ElementFingerprint other) =>
        !ReferenceEquals(best, other) && UseOf(wanted) == UseOf(other) && Names(wanted).Zip(Names(best), Names(other)).Any(n => Same(n.First, n.Third) && !Same(n.First, n.Second));

    private static IEnumerable<string?> Names(ElementFingerprint print) =>
        [print.TestId, print.Id is { } id && Telling(id) ? id : null, print.NameAttribute is { } name && Telling(name) ? name : null, print.Name, print.Label];

    /// <summary>
    /// Fields that look alike differ in their names alone (first name, surname), so alikeness without a name in common is no identity.
    /// </summary>
    private static bool Anchored(ElementFingerprint wanted, ElementFingerprint print) =>
        Same(wanted.TestId, print.TestId)
        || (Same(wanted.Id, print.Id) && Telling(wanted.Id!))
        || (Same(wanted.NameAttribute, print.NameAttribute) && Telling(wanted.NameAttribute!))
        || Same(wanted.Name, print.Name)
        || Same(wanted.Label, print.Label)
        || (Same(wanted.Href, print.Href) && Leads(wanted.Href!))
        || (UseOf(wanted) == Use.Click && Renamed(wanted, print));

    /// <summary>Numbered and general identifiers go to the next element when one is removed.</summary>
    private static bool Telling(string identifier) => !General().IsMatch(identifier);

    private static bool Leads(string href) => !href.StartsWith('#') && href.Length > 1 && !href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Save" and "Save changes" are one button where it was, but "Sign in" and "Sign in with Google" stand side by side.</summary>
    private static bool Renamed(ElementFingerprint wanted, ElementFingerprint print) =>
        TextSimilarity.Contains(wanted.Name, print.Name)
        && (TextSimilarity.Words(wanted.Name, print.Name) > HalfOfTheWords
            || Math.Abs(wanted.Box.X - print.Box.X) + Math.Abs(wanted.Box.Y - print.Box.Y) <= SamePlacePixels);

    private static bool Same(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Use UseOf(ElementFingerprint print) => (print.Tag, print.Type, print.Role) switch
    {
        ("input", "password", _) => Use.Secret,
        ("input", "checkbox" or "radio", _) or (_, _, "checkbox" or "radio" or "switch") => Use.Check,
        ("input", "submit" or "button" or "reset" or "image", _) => Use.Click,
        ("input", "file", _) => Use.File,
        ("select", _, _) or (_, _, "listbox") => Use.Choose,
        ("input" or "textarea", _, _) or (_, _, "textbox" or "searchbox" or "spinbutton") => Use.Type,
        (_, _, "button" or "link" or "tab" or "menuitem") or ("a" or "button" or "summary", _, _) => Use.Click,
        _ => Use.Read,
    };

    [GeneratedRegex(@"\d|^(input|field|text|value|button|btn|submit|item|link|element|control|option)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex General();

    private enum Use
    {
        Read,
        Click,
        Type,
        Secret,
        Choose,
        Check,
        File,
    }
}
