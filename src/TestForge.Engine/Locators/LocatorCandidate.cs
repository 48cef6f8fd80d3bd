using TestForge.Pipeline;

namespace TestForge.Engine.Locators;

/// <summary>A locator that may find an element, and what it costs to keep.</summary>
internal readonly record struct LocatorCandidate(LocatorSpec Locator, int Cost);
