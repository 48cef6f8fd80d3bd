using TestForge.Pipeline;

namespace TestForge.Engine.Design.Paths;

/// <summary>A click that leads on, and that a case may repeat.</summary>
/// <param name="From">The page it is on.</param>
/// <param name="State">The state that shows it; null on the page as loaded.</param>
/// <param name="Element">What is clicked.</param>
/// <param name="To">Where it leads: a page, or a state of the same page.</param>
/// <param name="IsRecord">It is the first entry of a list and leads to its record.</param>
/// <param name="IsShared">It is part of the layout of all pages.</param>
internal sealed record Way(SitePage From, SiteState? State, PageElement Element, string To, bool IsRecord, bool IsShared)
{
    public string FromId => State?.Id ?? From.Id;

    public string ToPageId => SiteTransition.PageOf(To);

    /// <summary>It shows something on the same page.</summary>
    public bool Stays => ToPageId == From.Id && To != From.Id;

    /// <summary>Fifty products in a list are one way to a product page, and the navigation of fifty pages is one navigation.</summary>
    public string Key(DesignContext context) => IsShared && !Stays ? $"shared|{To}" : Stays ? $"{FromId}|{Element.Id}" : $"{From.Fingerprint}|{State?.Id}|{context.Page(ToPageId).Fingerprint}";
}
