namespace TestForge.Engine.Discovery.States;

/// <summary>What an action led to: a state of the page, or an address.</summary>
/// <param name="From">Page or state id.</param>
/// <param name="Action">A word of <see cref="Pipeline.SiteActions"/>.</param>
/// <param name="ElementId">What it was done to; empty for the page itself.</param>
/// <param name="Value">The option, key or text.</param>
/// <param name="ToState">The state it led to, or null.</param>
/// <param name="ToUrl">The address it led to, or null.</param>
/// <param name="TriedKey">Equal for the same control on other pages.</param>
internal sealed record Move(string From, string Action, string ElementId, string? Value, long TriedKey, string? ToState = null, Uri? ToUrl = null);
