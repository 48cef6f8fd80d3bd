namespace TestForge.Pipeline;

/// <summary>One step of signing in.</summary>
/// <param name="Do"><c>fill</c>, <c>click</c>, <c>check</c> or <c>press</c>.</param>
/// <param name="Locator">What it acts on.</param>
/// <param name="Value">Text to fill or key to press; <c>${env:NAME}</c> stands for an environment variable.</param>
public sealed record LoginStep(string Do, LocatorSpec Locator, string? Value = null);
