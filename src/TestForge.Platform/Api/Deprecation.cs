namespace TestForge.Platform.Api;

/// <summary>Says of an operation that it will end.</summary>
/// <param name="Since">From when on callers are told.</param>
/// <param name="Sunset">The first day on which it is answered no more; at least six months later.</param>
/// <param name="Instead">The address of what takes its place.</param>
internal sealed record Deprecation(DateOnly Since, DateOnly Sunset, string Instead);
