namespace TestForge.Pipeline;

/// <summary>An address that a role cannot open.</summary>
/// <param name="Url">URL template.</param>
/// <param name="Why">Such as <c>403</c>, <c>404</c> or <c>leads to /login</c>.</param>
public sealed record RefusedAddress(string Url, string Why);
