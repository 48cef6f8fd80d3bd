namespace TestForge.Pipeline;

/// <summary>An element a user can act on or read as a unit.</summary>
/// <param name="Id">Stable within the map: page id, dot, <c>e</c> and a number: <c>p3.e12</c>.</param>
/// <param name="Print">Everything known about the element's identity.</param>
/// <param name="Visible">Whether it had a box and was not hidden when read.</param>
/// <param name="Enabled">Whether it could be acted on.</param>
/// <param name="Hazard">Why the guard refuses to act on it, or null.</param>
public sealed record PageElement(string Id, ElementFingerprint Print, bool Visible, bool Enabled, string? Hazard = null);
