using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>A page as a role sees it.</summary>
/// <param name="Url">An address of it.</param>
/// <param name="Template">The address without its variable parts.</param>
/// <param name="Title">Its title.</param>
/// <param name="Heading">Its first heading.</param>
/// <param name="Fingerprint">Hash over its structure.</param>
/// <param name="Controls">Role and name of every control that can be seen, numbers taken out.</param>
internal sealed record RolePage(Uri Url, string Template, string Title, string Heading, string Fingerprint, HashSet<string> Controls)
{
    private static readonly HashSet<string> ControlRoles =
    [
        "button", "link", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "checkbox", "radio", "switch", "combobox", "listbox", "searchbox", "textbox", "slider", "spinbutton",
    ];

    public static RolePage From(Uri url, SitePage page) => From(url, page.Title, page.Headings, page.Fingerprint, page.Elements.Where(e => e.Visible).Select(e => e.Print));

    public static RolePage From(Uri url, PageFacts facts) => From(url, facts.Title, facts.Headings, facts.Fingerprint, facts.Elements.Where(e => e.Visible).Select(e => e.Print));

    /// <summary>Whether it is the same page to a user, whatever it says about whose it is.</summary>
    public bool Looks(RolePage other) => Fingerprint == other.Fingerprint || (Title == other.Title && Heading == other.Heading);

    private static RolePage From(Uri url, string title, IReadOnlyList<PageHeading> headings, string fingerprint, IEnumerable<ElementFingerprint> visible) => new(
        url,
        UrlShape.Template(url),
        title,
        headings.Count > 0 ? headings[0].Text : "",
        fingerprint,
        [.. visible.Where(p => p.Name.Length > 0 && ControlRoles.Contains(p.Role)).Select(p => $"{p.Role} {UrlShape.WithoutNumbers(p.Name)}")]);
}
