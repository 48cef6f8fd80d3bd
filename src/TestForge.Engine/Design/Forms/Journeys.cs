using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>The way of a visitor to a form and on from it, as the map knows it.</summary>
internal static class Journeys
{
    private const int Longest = 4;

    /// <summary>From the page that links to the form's page, where one does: what an application keeps for the length of a visit shows only so.</summary>
    public static IEnumerable<TestStep> To(DesignContext context, FormPlace place)
    {
        var link = context.Site.Transitions
            .Where(t => t is { Action: SiteActions.Click } && t.To == place.Page.Id && t.From != t.To && context.Pages.Any(p => p.Id == t.From))
            .Where(t => context.Element(t.ElementId) is { Print.Role: "link", Print.Name.Length: > 0 } e && context.IsUsable(e) && !context.Data.IsData(e.Id))
            .OrderBy(t => context.Page(t.From).Depth)
            .FirstOrDefault();
        if (link is null || context.Data.IsRecordPage(place.Page.Id))
        {
            return place.Given(context);
        }

        return [Phrases.GivenOn(context, context.Page(link.From)), Phrases.WhenClick(context, context.Element(link.ElementId)!), .. place.Lead];
    }

    /// <summary>What is left to confirm once the form is sent: further states with a button and nothing to fill.</summary>
    public static IEnumerable<TestStep> On(DesignContext context, FormPlace place)
    {
        var path = place.State?.Path ?? [];
        var submit = place.Form.SubmitElementId;
        for (var i = 0; i < Longest && submit is not null; i++)
        {
            path = [.. path, new(SiteActions.Submit, submit)];
            var next = context.Site.States.FirstOrDefault(s => s.PageId == place.Page.Id && s.Path.SequenceEqual(path));
            var further = next is null ? null : context.Site.States.FirstOrDefault(s => s.PageId == place.Page.Id && s.Path.Count == path.Count + 1 && s.Path.Take(path.Count).SequenceEqual(path));
            if (further is null || next!.Forms.Any(f => f.Fields.Count > 0) || further.Path[^1] is not { Action: SiteActions.Submit or SiteActions.Click } last
                || StatePaths.Step(context, place.Page.Id, last) is not [var step])
            {
                yield break;
            }

            yield return step;
            submit = last.Action == SiteActions.Submit ? last.ElementId : null;
        }
    }
}
