namespace TestForge.Pipeline;

/// <summary>An action and where it leads.</summary>
/// <param name="From">Page id.</param>
/// <param name="To">Page id.</param>
/// <param name="ElementId">What was acted on.</param>
/// <param name="Action"><c>click</c>, or <c>reveal</c> when the click shows something on the same page (<c>From</c> equals <c>To</c>).</param>
public sealed record SiteTransition(string From, string To, string ElementId, string Action);
