namespace TestForge.Pipeline;

/// <summary>A healed locator that takes the place of the plan's.</summary>
public sealed record LocatorPatch(string ElementId, LocatorSpec Locator);
