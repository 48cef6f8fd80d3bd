using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Compares what discovery found with what tests touched.</summary>
/// <remarks>
/// A page is covered when a case that ran visits it; a form when a user's action was done to one of its
/// controls; a transition when its element was clicked.
/// What a layout repeats on every page counts once: a link of the shared navigation, the search form in the banner.
/// </remarks>
internal static class CoverageAnalysis
{
    public static ReportCoverage Analyse(SiteMap? site, Reach reach)
    {
        if (site is null)
        {
            return new(new(0, 0), new(0, 0), new(0, 0), []);
        }

        var pages = site.Pages.Where(p => p.Outcome == PageOutcome.Ok).ToArray();
        var byId = site.Pages.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var forms = pages.SelectMany(p => p.Forms.Select(f => (Page: p, Form: f))).GroupBy(f => Shape(f.Form)).ToArray();
        var ways = site.Transitions.Where(t => byId.ContainsKey(t.From) && byId.ContainsKey(SiteTransition.PageOf(t.To)))
            .GroupBy(t => (Origin(t, byId[t.From]), t.To, t.Action)).ToArray();

        var untestedPages = pages.Where(p => reach.TestsOf(p.Id) == 0).ToArray();
        var untestedForms = forms.Where(g => !g.Any(f => Touched(f.Form, reach))).ToArray();
        var untestedWays = ways.Where(w => !w.Any(t => Touched(t, reach))).ToArray();
        return new(
            new(pages.Length - untestedPages.Length, pages.Length),
            new(forms.Length - untestedForms.Length, forms.Length),
            new(ways.Length - untestedWays.Length, ways.Length),
            [
                .. untestedPages.Select(p => new UntestedItem("page", NameOf(p), p.Id)),
                .. untestedForms.Select(g => new UntestedItem("form", NameOf(g.First().Form), g.First().Page.Id)),
                .. untestedWays.Select(w => new UntestedItem("transition", NameOf(w.First(), byId), w.First().From)),
            ]);
    }

    public static bool Touched(PageForm form, Reach reach) =>
        reach.ActedOn(form.SubmitElementId) || form.Fields.Any(f => reach.ActedOn(f.ElementId));

    public static bool Touched(SiteTransition way, Reach reach) => reach.ActedOn(way.ElementId);

    private static string Shape(PageForm form) =>
        $"{form.Method} {form.Action.Split('?')[0]} {string.Join('|', form.Fields.Select(f => $"{f.Type} {f.Name} {f.Label}"))}";

    // In a landmark of the layout, a link of the same name is the same link on every page.
    private static string Origin(SiteTransition way, SitePage from)
    {
        var print = from.Elements.FirstOrDefault(e => e.Id == way.ElementId)?.Print;
        return print is { Landmark: "banner" or "navigation" or "contentinfo" } ? $"{print.Landmark} {print.Role} {print.Name}" : from.Id;
    }

    private static string NameOf(SitePage page) => page.Title.Length > 0 ? page.Title : page.Url;

    private static string NameOf(PageForm form) => form switch
    {
        { Name.Length: > 0 } => form.Name,
        { Purpose: not FormPurpose.Other } => $"{form.Purpose} form",
        _ => $"Form with {string.Join(", ", form.Fields.Select(f => f.Label).Where(l => l.Length > 0).Take(3))}",
    };

    private static string NameOf(SiteTransition way, Dictionary<string, SitePage> pages)
    {
        var from = pages[way.From];
        var element = from.Elements.FirstOrDefault(e => e.Id == way.ElementId)?.Print;
        var by = element is { Name.Length: > 0 } ? $"“{element.Name}”" : way.Action;
        return $"{by} → {NameOf(pages[SiteTransition.PageOf(way.To)])}";
    }
}
