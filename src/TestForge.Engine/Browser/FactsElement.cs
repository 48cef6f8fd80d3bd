using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>An element as read from the page. Link is the absolute address of an anchor; Sends the HTTP method it declares to send, where that is not its tag's own.</summary>
internal sealed record FactsElement(ElementFingerprint Print, bool Visible, bool Enabled, string? Link = null, string? Sends = null);
