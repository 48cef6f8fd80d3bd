namespace TestForge.Pipeline;

/// <summary>A way from one page to another.</summary>
/// <param name="From">Page id.</param>
/// <param name="To">Page id.</param>
/// <param name="ElementId">What was acted on, or null for a redirect.</param>
/// <param name="Action"><c>click</c>, <c>submit</c> or <c>redirect</c>.</param>
public sealed record SiteTransition(string From, string To, string? ElementId, string Action);
