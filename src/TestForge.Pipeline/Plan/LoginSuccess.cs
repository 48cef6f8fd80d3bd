namespace TestForge.Pipeline;

/// <summary>How to tell that signing in worked. At least one of the two is set; both must hold.</summary>
/// <param name="Url">Path the browser ends on, relative to the target's origin.</param>
/// <param name="Visible">Something only a signed-in user sees. Also tells when a session has expired.</param>
public sealed record LoginSuccess(string? Url = null, LocatorSpec? Visible = null);
