using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Locators;

/// <summary>Every locator a person might write for an element, the best first. Whether one is unique only the page can tell.</summary>
internal static partial class LocatorCandidates
{
    private const int MaxNameLength = 80;

    // Roles that Playwright's getByRole finds for native elements; others would only be guessed.
    private static readonly HashSet<string> UsefulRoles =
    [
        "link", "button", "heading", "textbox", "searchbox", "spinbutton", "slider", "checkbox", "radio", "combobox", "listbox",
        "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "switch", "option", "treeitem", "img", "dialog", "alert", "status",
    ];

    public static IReadOnlyList<LocatorCandidate> For(ElementFingerprint print)
    {
        var own = Own(print).ToArray();
        var within = Landmark(print);
        var scoped = within is null ? [] : own
            .Where(c => c.Locator.Kind != LocatorKind.Css)
            .Select(c => new LocatorCandidate(c.Locator with { Within = within }, c.Cost + LocatorCost.Within));
        return [.. own.Concat(scoped)
            .Select(c => c with { Locator = c.Locator with { Frames = print.Frames } })
            .OrderBy(c => c.Cost)];
    }

    /// <summary>Locators without any words, for an entry of a list; which of the matches it is comes on top.</summary>
    public static IEnumerable<LocatorSpec> ByPlace(ElementFingerprint print)
    {
        var within = Landmark(print) is { Name: null } landmark ? landmark : null;
        var tags = print.Path.Split('/');
        var row = Array.FindLastIndex(tags, t => t is "li" or "tr" or "article");
        if (row > 0)
        {
            yield return new() { Kind = LocatorKind.Css, Value = string.Join(" > ", tags[(row - 1)..]), Within = within, Frames = print.Frames };
        }

        yield return new() { Kind = LocatorKind.Role, Value = print.Role, Within = within, Frames = print.Frames };
    }

    private static IEnumerable<LocatorCandidate> Own(ElementFingerprint print)
    {
        if (Usable(print.TestId))
        {
            yield return new(new() { Kind = LocatorKind.TestId, Value = print.TestId! }, LocatorCost.TestId);
        }

        if (UsefulRoles.Contains(print.Role) && Usable(print.Name))
        {
            yield return new(new() { Kind = LocatorKind.Role, Value = print.Role, Name = print.Name, Loose = print.Decorated }, LocatorCost.RoleAndName);
        }

        if (Usable(print.Label) && IsField(print))
        {
            yield return new(new() { Kind = LocatorKind.Label, Value = print.Label! }, LocatorCost.Label);
        }
        else if (IsField(print) && Usable(print.Name) && print.Name != print.Placeholder)
        {
            // aria-label and aria-labelledby answer to getByLabel too.
            yield return new(new() { Kind = LocatorKind.Label, Value = print.Name }, LocatorCost.Label);
        }

        if (Usable(print.Placeholder))
        {
            yield return new(new() { Kind = LocatorKind.Placeholder, Value = print.Placeholder! }, LocatorCost.Placeholder);
        }

        if (Usable(print.Alt))
        {
            yield return new(new() { Kind = LocatorKind.AltText, Value = print.Alt! }, LocatorCost.AltText);
        }

        if (Usable(print.Text) && !IsField(print))
        {
            yield return new(new() { Kind = LocatorKind.Text, Value = print.Text! }, LocatorCost.Text);
        }

        if (Usable(print.Title))
        {
            yield return new(new() { Kind = LocatorKind.Title, Value = print.Title! }, LocatorCost.Title);
        }

        if (print.Id is { } id && StableId().IsMatch(id) && !GeneratedId().IsMatch(id))
        {
            yield return new(new() { Kind = LocatorKind.Css, Value = $"#{id}" }, LocatorCost.CssId);
        }

        if (print.NameAttribute is { } name && SimpleValue().IsMatch(name))
        {
            yield return new(new() { Kind = LocatorKind.Css, Value = $"{print.Tag}[name=\"{name}\"]" }, LocatorCost.CssId + 1);
        }

        if (print.Css.Length > 0)
        {
            yield return new(new() { Kind = LocatorKind.Css, Value = print.Css }, LocatorCost.Css);
        }
    }

    private static LocatorSpec? Landmark(ElementFingerprint print) => print.Landmark switch
    {
        null => null,
        "form" or "region" when !Usable(print.LandmarkName) => null,
        var role => new() { Kind = LocatorKind.Role, Value = role, Name = Usable(print.LandmarkName) ? print.LandmarkName : null },
    };

    private static bool IsField(ElementFingerprint print) => print.Tag is "input" or "select" or "textarea";

    private static bool Usable(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxNameLength;

    [GeneratedRegex(@"^[A-Za-z][\w\-]{0,50}$")]
    private static partial Regex StableId();

    // Ids with long digit runs or hashes are made anew by each build or session.
    [GeneratedRegex(@"\d{3,}|[0-9a-f]{8,}|^(radix|headlessui|mui|react|ember|ext-gen|:r)", RegexOptions.IgnoreCase)]
    private static partial Regex GeneratedId();

    [GeneratedRegex(@"^[\w\-.\[\]]{1,60}$")]
    private static partial Regex SimpleValue();
}
