using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>Every form once: the search box in the header of fifty pages is one form.</summary>
internal static class DistinctForms
{
    public static IEnumerable<(SitePage Page, PageForm Form)> Of(DesignContext context)
    {
        var seen = new HashSet<string>();
        foreach (var page in context.Pages.OrderBy(p => p.Depth))
        {
            foreach (var form in page.Forms.Where(f => f.Fields.Count > 0))
            {
                if (seen.Add(Key(context, page, form)))
                {
                    yield return (page, form);
                }
            }
        }
    }

    // A form that posts back to its own address differs from page to page by that address alone, so only its shape counts
    // when the pages look alike.
    private static string Key(DesignContext context, SitePage page, PageForm form)
    {
        var fields = string.Join(',', form.Fields.Select(f => $"{f.Name}:{f.Type}:{f.Required}"));
        var button = context.Element(form.SubmitElementId)?.Print.Name;
        var action = TargetPaths.Relative(context.Site.Target, form.Action)?.Split('?', '#')[0];
        var own = form.Method != "get" && action == context.PathOf(page).Split('?', '#')[0];
        return $"{form.Purpose}|{form.Method}|{fields}|{button}|{(own ? page.Fingerprint : action)}";
    }
}
