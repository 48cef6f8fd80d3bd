using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>An element as read from the page.</summary>
internal sealed record FactsElement(ElementFingerprint Print, bool Visible, bool Enabled);
