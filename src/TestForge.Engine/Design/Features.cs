using TestForge.Engine.Design.Naming;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>The groups cases belong to.</summary>
internal static class Features
{
    public static readonly TestFeature Pages = new("pages", "Pages open", "Each page answers and shows what it is known for. A failure here means visitors see an error or the wrong page.");

    public static readonly TestFeature Navigation = new("navigation", "Navigation", "Links and menus lead where they say. A failure here means visitors cannot reach a part of the site.");

    public static readonly TestFeature Links = new("links", "Links", "No link on the site ends in an error.");

    public static readonly TestFeature SignIn = new("sign-in", "Sign-in", "Only those with the right credentials get in, and others are told so.");

    public static readonly TestFeature Search = new("search", "Search", "Visitors find what is there and are told when nothing is.");

    public static readonly TestFeature Lists = new("lists", "Lists", "Lists find, order and add up what is in them.");

    public static readonly TestFeature Accessibility = new("accessibility", "Accessibility", "No new barrier by WCAG 2.1 A and AA, as far as a machine can tell.");

    public static readonly TestFeature Security = new("security", "Security basics", "Protections that the server sends stay in place.");

    public static readonly TestFeature Calls = new("api-calls", "Calls to the API", "What pages ask of the server is answered as before. A failure here breaks pages, perhaps where nobody looks.");

    public static readonly TestFeature Layout = new("layout", "Screen sizes", "Pages fit the screens of phones and computers.");

    public static TestFeature Form(DesignContext context, SitePage page, PageForm form)
    {
        switch (form.Purpose)
        {
            case FormPurpose.Login:
                return SignIn;
            case FormPurpose.Search:
                return Search;
        }

        var name = FormNames.Of(context, page, form);
        return new($"form-{Slug.Of(name)}", $"{name}", $"What the form accepts, what it refuses, and what it says then ({context.PageNames[page.Id]}).");
    }
}
