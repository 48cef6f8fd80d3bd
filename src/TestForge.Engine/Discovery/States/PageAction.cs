namespace TestForge.Engine.Discovery.States;

/// <summary>Something to try in a state.</summary>
/// <param name="Kind">A word of <see cref="Pipeline.SiteActions"/>.</param>
/// <param name="Element">Index into the elements of the state's facts, or -1 for the page itself.</param>
/// <param name="Key">Equal for actions that do the same: of rows in a table, of one menu on every page.</param>
/// <param name="Shared">Whether the control belongs to the layout, so that it is the same on every page.</param>
/// <param name="Value">The option, key or text, where the action has one.</param>
/// <param name="Form">Index into the forms of the facts, for a form to send.</param>
internal sealed record PageAction(string Kind, int Element, string Key, bool Shared = false, string? Value = null, int? Form = null);
