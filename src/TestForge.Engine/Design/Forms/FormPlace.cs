using TestForge.Pipeline;

namespace TestForge.Engine.Design.Forms;

/// <summary>A form and where it is: on a page as loaded, or in a state that some steps lead to.</summary>
/// <param name="Page">The page.</param>
/// <param name="Form">The form.</param>
/// <param name="State">The state that shows it; null on the page as loaded.</param>
/// <param name="Lead">The steps from the page as loaded to the form.</param>
internal sealed record FormPlace(SitePage Page, PageForm Form, SiteState? State, IReadOnlyList<TestStep> Lead)
{
    /// <summary>Opens the page and goes to the form.</summary>
    public IEnumerable<TestStep> Given(DesignContext context) => [Phrases.GivenOn(context, Page), .. Subjects.Of(context, Page), .. Lead];

    /// <summary>File-safe and unique for the page and state.</summary>
    public string Slug(DesignContext context) => State is null ? context.Slugs[Page.Id] : $"{context.Slugs[Page.Id]}-{State.Id[(State.Id.LastIndexOf('.') + 1)..]}";
}
