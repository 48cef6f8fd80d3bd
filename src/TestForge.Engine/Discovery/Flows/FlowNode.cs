using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>A page as loaded, or a state of one, with what can be used there.</summary>
internal sealed class FlowNode(SitePage page, SiteState? state)
{
    public string Id { get; } = state?.Id ?? page.Id;

    public SitePage Page => page;

    public bool IsPage => state is null;

    /// <summary>Path and fragment of the address: what the application's makers call the place.</summary>
    public string Place { get; } = PlaceOf(page.Url);

    /// <summary>What the place is called on the screen.</summary>
    public string Title { get; } = state?.Title ?? page.Headings.FirstOrDefault(h => h.Level == 1)?.Text ?? page.Title;

    public IReadOnlyList<PageForm> Forms => state?.Forms ?? page.Forms;

    public IReadOnlyList<PageElement> Elements => state?.Elements ?? page.Elements;

    /// <summary>What can be seen and used.</summary>
    public IEnumerable<PageElement> Controls => Elements.Where(e => e.Visible && (e.Print.Role is "button" or "link" or "menuitem" || e.Print.Tag is "button" or "a"));

    /// <summary>The words on the control that sends a form.</summary>
    public string SubmitText(PageForm form) => Elements.Concat(page.Elements).FirstOrDefault(e => e.Id == form.SubmitElementId)?.Print.Name ?? "";

    public static string PlaceOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) ? Uri.UnescapeDataString(url.AbsolutePath + url.Fragment) : "";
}
