namespace TestForge.Engine.Discovery;

/// <summary>What a click did: led to an address, or showed something on the same page.</summary>
/// <param name="ElementId">What was clicked.</param>
/// <param name="LedTo">The address it led to, when that changed, or that it opened in a window of its own.</param>
/// <param name="Revealed">True when the address stayed and the page shows something else.</param>
/// <param name="Left">Why it was not let have its way, as a code and in words, or null.</param>
internal sealed record ActionResult(string ElementId, Uri? LedTo, bool Revealed, (string Code, string Reason)? Left = null);
