namespace TestForge.Pipeline;

/// <summary>A link as found on a page.</summary>
/// <param name="Url">Absolute address in normal form.</param>
/// <param name="Text">Accessible name.</param>
/// <param name="ElementId">The element, when it is in <see cref="SitePage.Elements"/>.</param>
/// <param name="InScope">Whether the crawl may follow it.</param>
public sealed record PageLink(string Url, string Text, string? ElementId, bool InScope);
