namespace TestForge.Pipeline;

/// <summary>An element the cases use.</summary>
/// <param name="Id">The element's id in the site map, or one made by design for an element seen later.</param>
/// <param name="PageId">The page whose page object holds it.</param>
/// <param name="Name">What a person would call it, unique on its page: <c>Sign in button</c>.</param>
/// <param name="Locator">How it is found; matched exactly one element in two visits.</param>
/// <param name="Print">What it looked like, for healing.</param>
public sealed record PlanElement(string Id, string PageId, string Name, LocatorSpec Locator, ElementFingerprint Print);
