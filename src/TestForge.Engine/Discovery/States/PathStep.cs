using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>A step of a way that can be gone again.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Element">What it was done to, or null for the page itself.</param>
/// <param name="Step">The same for the map.</param>
internal sealed record PathStep(PageAction Action, ElementKey? Element, StateStep Step);
