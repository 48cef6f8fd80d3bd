using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Chooses the controls of a page that are worth a click: they may lead somewhere that no link does.</summary>
internal sealed class ActionCandidates(bool allowDestructive)
{
    /// <summary>More controls than this on one page are mostly the same control in rows.</summary>
    private const int MaxPerPage = 10;

    private static readonly HashSet<string> Roles = ["button", "tab", "menuitem", "switch", "link"];

    private readonly HashSet<string> _explored = [];

    /// <summary>Controls not yet tried on another page; shared navigation is explored once.</summary>
    public IReadOnlyList<PageElement> Take(SitePage page)
    {
        var submits = page.Forms.Where(f => f.Method != "script").Select(f => f.SubmitElementId).ToHashSet();
        var links = page.Links.Select(l => l.ElementId).ToHashSet();
        return [.. page.Elements
            .Where(e => e is { Visible: true, Enabled: true } && (allowDestructive || e.Hazard is null))
            .Where(e => e.Print.Frames.Count == 0 && e.Print.ShadowDepth == 0)
            .Where(e => Roles.Contains(e.Print.Role) || e.Print.Tag == "summary")
            .Where(e => !submits.Contains(e.Id) && !links.Contains(e.Id) && e.Print.Type is not ("submit" or "reset" or "image"))
            .Where(e => e.Print.Name.Length > 0)
            .Where(e => _explored.Add(Key(page, e)))
            .Take(MaxPerPage)];
    }

    // In a landmark that repeats on every page the same name is the same control; in the content it may not be.
    private static string Key(SitePage page, PageElement element)
    {
        var shared = element.Print.Landmark is "banner" or "navigation" or "contentinfo" or "complementary";
        return $"{(shared ? "" : page.Id)} {element.Print.Role} {element.Print.Name} {element.Print.Landmark}";
    }
}
