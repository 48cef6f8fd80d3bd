using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>
/// Tells the application's data from the application: entries of lists, and pages that show one record of many. Their words
/// are others tomorrow, so cases find them by place and expect of them only what holds for every record.
/// </summary>
internal sealed partial class SiteData
{
    private static readonly string[] Shared = ["navigation", "banner", "contentinfo", "tablist", "menu"];
    private static readonly string[] Actable = ["link", "button"];

    private readonly Dictionary<string, string> _groups = [];
    private readonly HashSet<string> _records;
    private readonly HashSet<string> _ownHeadings;

    public SiteData(SiteMap site, IReadOnlyList<SitePage> pages)
    {
        _records = [.. pages.Where(IsRecord).Select(p => p.Id)];
        _ownHeadings = [.. pages.SelectMany(p => p.Headings.Where(h => h.Level == 1).Select(h => h.Text).Distinct()).CountBy(t => t).Where(c => c.Value == 1).Select(c => c.Key)];
        foreach (var page in pages)
        {
            Group(page.Elements);
        }

        foreach (var state in site.States)
        {
            Group(state.Elements);
        }
    }

    /// <summary>Whether the element is an entry of a list, named by the record it stands for.</summary>
    public bool IsData(string elementId) => _groups.ContainsKey(elementId);

    /// <summary>The first entry of the list that the element is an entry of.</summary>
    public bool IsFirst(string elementId) => _groups.GetValueOrDefault(elementId) == elementId;

    /// <summary>Whether the page shows one record of many.</summary>
    public bool IsRecordPage(string pageId) => _records.Contains(pageId);

    /// <summary>Whether a heading or title is the record's own: no other page has it.</summary>
    public bool IsRecordText(SitePage page, string text) =>
        IsRecordPage(page.Id) && page.Headings.Where(h => h.Level == 1).Any(h => _ownHeadings.Contains(h.Text) && text.Contains(h.Text, StringComparison.Ordinal));

    // Look-alikes at the same path are choices of one list, not records.
    private static bool IsRecord(SitePage page) => page.Duplicates.Any(d => PathOf(d) != PathOf(page.Url)) || RecordAddress().IsMatch(page.Url);

    private static string PathOf(string url) => url.Split('?')[0];

    private void Group(IReadOnlyList<PageElement> elements)
    {
        var alike = elements
            .Where(e => e.Visible && Actable.Contains(e.Print.Role) && !Shared.Contains(e.Print.Landmark) && e.Print.Frames.Count == 0)
            .GroupBy(e => (e.Print.Tag, e.Print.Role, e.Print.Path, e.Print.Landmark, Kind: KindOf(e.Print)));
        foreach (var group in alike)
        {
            var members = group.ToArray();
            if (members.Length < 2 || members.Select(m => m.Print.Name).Distinct().Count() < 2 || !IsList(members))
            {
                continue;
            }

            foreach (var member in members)
            {
                _groups[member.Id] = members[0].Id;
            }
        }
    }

    // Links of a list lead to records of one kind; buttons of a list say the same of each record: Edit Milk, Edit Bread.
    private static bool IsList(PageElement[] members) => members[0].Print.Role == "link"
        ? InRow().IsMatch(members[0].Print.Path) && members.Select(m => TemplateOf(m.Print.Href)).Distinct().Count() < members.Length
        : InRow().IsMatch(members[0].Print.Path) && members.All(m => m.Print.Name.Contains(' ', StringComparison.Ordinal));

    // "Edit Milk" and "Delete Milk" stand in the same rows and are two lists.
    private static string KindOf(ElementFingerprint print) => print.Role == "link" ? TemplateOf(print.Href) : print.Name.Split(' ')[0];

    private static string TemplateOf(string? href) => href is null ? "" : LastName().Replace(href, "*");

    [GeneratedRegex(@"/(li|tr|td|article)\b")]
    private static partial Regex InRow();

    // The last part of a path or the last value of a query.
    [GeneratedRegex(@"(?<=[/=])[^/=&?#]+/?$")]
    private static partial Regex LastName();

    [GeneratedRegex(@"(?<!\b(page|p|offset|start|limit|size|seite))[/=](\d+|[0-9a-f]{8}-[0-9a-f-]{27})(/\w+)?/?$", RegexOptions.IgnoreCase)]
    private static partial Regex RecordAddress();
}
