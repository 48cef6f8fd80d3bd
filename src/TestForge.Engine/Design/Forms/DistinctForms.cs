using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>Every form once: the search box in the header of fifty pages is one form.</summary>
internal static class DistinctForms
{
    public static IEnumerable<FormPlace> Of(DesignContext context)
    {
        var seen = new HashSet<string>();
        var states = context.Site.States.ToLookup(s => s.PageId);
        foreach (var page in context.Pages.OrderBy(p => p.Depth))
        {
            foreach (var form in page.Forms.Where(f => f.Fields.Count > 0 && seen.Add(Key(context, page, f))))
            {
                yield return new(page, form, null, []);
            }

            foreach (var state in states[page.Id].OrderBy(s => s.Path.Count))
            {
                foreach (var form in state.Forms.Where(f => f.Fields.Count > 0 && seen.Add(Key(context, page, f))))
                {
                    if (StatePaths.Steps(context, state) is { } lead)
                    {
                        yield return new(page, form, state, lead);
                    }
                }
            }
        }
    }

    // A form that posts back to its own address differs from page to page by that address alone, so only its shape counts
    // when the pages look alike.
    private static string Key(DesignContext context, SitePage page, PageForm form)
    {
        var fields = string.Join(',', form.Fields.Select(f => $"{f.Name ?? f.Label}:{f.Type}:{f.Required}"));
        var button = context.Element(form.SubmitElementId)?.Print.Name;
        var action = TargetPaths.Relative(context.Site.Target, form.Action)?.Split('?', '#')[0];
        action = action is null ? null : UrlTemplates.Of(action) ?? action;
        var own = form.Method != "get" && action == context.PathOf(page).Split('?', '#')[0];
        return $"{form.Purpose}|{form.Method}|{fields}|{button}|{(own ? page.Fingerprint : action)}";
    }
}
