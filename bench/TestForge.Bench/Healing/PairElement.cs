using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>An element of a file of pairs: as the product sees it, and what only the rivals' arithmetic reads.</summary>
/// <param name="Print">The properties that the product compares.</param>
/// <param name="IdXPath">XPath from the nearest ancestor with an id.</param>
/// <param name="IsButton">Whether it looks like a button, as the file says.</param>
internal sealed record PairElement(ElementFingerprint Print, string IdXPath, bool IsButton);
