namespace TestForge.Pipeline;

/// <summary>A link as found on a page.</summary>
/// <param name="Url">Absolute address in normal form.</param>
/// <param name="Text">Accessible name.</param>
/// <param name="ElementId">The element, when it is in <see cref="SitePage.Elements"/>.</param>
/// <param name="InScope">Whether the crawl may follow it.</param>
/// <param name="Source">Where the page names it: <c>anchor</c>, or a word such as <c>header</c>, <c>resource</c>, <c>script</c>, <c>comment</c>.</param>
public sealed record PageLink(string Url, string Text, string? ElementId, bool InScope, string Source = PageLink.Anchor)
{
    /// <summary>The source of links that users see and click.</summary>
    public const string Anchor = "anchor";
}
