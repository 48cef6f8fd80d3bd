namespace TestForge.Engine.Browser.Consent;

/// <summary>A button of something that lies over a page.</summary>
/// <param name="Kind">What the markup of a known consent tool says that it does: <c>decline</c>, <c>close</c> or <c>accept</c>.</param>
/// <param name="SendsTo">Where the form goes that it sends.</param>
internal sealed record FactsOverlayButton(string Name, string Role, string Css, string? Kind = null, string? SendsTo = null);
