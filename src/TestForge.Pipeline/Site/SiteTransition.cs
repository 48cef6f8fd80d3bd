namespace TestForge.Pipeline;

/// <summary>An action and where it leads.</summary>
/// <param name="From">Page or state id.</param>
/// <param name="To">Page or state id.</param>
/// <param name="ElementId">What was acted on.</param>
/// <param name="Action">A word of <see cref="SiteActions"/>.</param>
/// <param name="Value">The option, key or text, where the action has one.</param>
public sealed record SiteTransition(string From, string To, string ElementId, string Action, string? Value = null)
{
    /// <summary>A word of <see cref="SiteActions"/>.</summary>
    public string Action { get; init; } = Action is null or "reveal" ? SiteActions.Click : Action; // Version 1 called a click that shows something "reveal".

    /// <summary>The page of a page or state id.</summary>
    public static string PageOf(string id) => id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? id[..dot] : id;

    /// <summary>Whether the action shows something on the same page.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool StaysOnPage => PageOf(From) == PageOf(To);
}
