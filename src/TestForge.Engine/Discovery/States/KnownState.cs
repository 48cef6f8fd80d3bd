namespace TestForge.Engine.Discovery.States;

/// <summary>A state whose actions are still to be tried.</summary>
/// <param name="Id">Page or state id.</param>
/// <param name="View">What it shows, as last read.</param>
/// <param name="Path">How to get there from the page as loaded.</param>
internal sealed record KnownState(string Id, StateView View, IReadOnlyList<PathStep> Path);
