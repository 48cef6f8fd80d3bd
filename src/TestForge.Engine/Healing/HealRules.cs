using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>What a candidate must be, whatever its score. Each refusal is a sentence.</summary>
internal static class HealRules
{
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

        if (DestructiveGuard.HazardOf(candidate.Print, null) is { } hazard && DestructiveGuard.HazardOf(wanted, null) is null)
        {
            return $"its meaning has changed: {hazard}";
        }

        return Anchored(wanted, candidate.Print) ? null : "nothing that names the element is the same";
    }

    /// <summary>
    /// Fields that look alike differ in their names alone (first name, surname), so alikeness without a name in common is no identity.
    /// </summary>
    private static bool Anchored(ElementFingerprint wanted, ElementFingerprint print) =>
        Same(wanted.TestId, print.TestId)
        || Same(wanted.Id, print.Id)
        || Same(wanted.NameAttribute, print.NameAttribute)
        || Same(wanted.Name, print.Name)
        || Same(wanted.Label, print.Label)
        || (Same(wanted.Href, print.Href) && wanted.Href!.Length > 1)
        || (UseOf(wanted) == Use.Click && TextSimilarity.Contains(wanted.Name, print.Name));

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
