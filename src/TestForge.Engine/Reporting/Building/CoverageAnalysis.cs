using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Compares what discovery found with what tests touched.</summary>
/// <remarks>
/// A page is covered when a case that ran visits it; a form when a user's action was done to one of its
/// controls; a transition when its element was clicked, or for a redirect when both its ends are covered.
/// Links repeated from one page to another are one transition.
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
        var forms = pages.SelectMany(p => p.Forms.Select(f => (Page: p, Form: f))).ToArray();
        var ways = site.Transitions.Where(t => byId.ContainsKey(t.From) && byId.ContainsKey(t.To))
            .GroupBy(t => (t.From, t.To, t.Action)).ToArray();

        var untestedPages = pages.Where(p => reach.TestsOf(p.Id) == 0).ToArray();
        var untestedForms = forms.Where(f => !Touched(f.Form, reach)).ToArray();
        var untestedWays = ways.Where(w => !w.Any(t => Touched(t, reach))).ToArray();
        return new(
            new(pages.Length - untestedPages.Length, pages.Length),
            new(forms.Length - untestedForms.Length, forms.Length),
            new(ways.Length - untestedWays.Length, ways.Length),
            [
                .. untestedPages.Select(p => new UntestedItem("page", NameOf(p), p.Id)),
                .. untestedForms.Select(f => new UntestedItem("form", NameOf(f.Form), f.Page.Id)),
                .. untestedWays.Select(w => new UntestedItem("transition", NameOf(w.First(), byId), w.Key.From)),
            ]);
    }

    private static bool Touched(PageForm form, Reach reach) =>
        reach.ActedOn(form.SubmitElementId) || form.Fields.Any(f => reach.ActedOn(f.ElementId));

    private static bool Touched(SiteTransition way, Reach reach) => way.ElementId is null
        ? reach.TestsOf(way.From) > 0 && reach.TestsOf(way.To) > 0
        : reach.ActedOn(way.ElementId);

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
        return $"{by} → {NameOf(pages[way.To])}";
    }
}
