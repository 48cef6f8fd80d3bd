namespace TestForge.Platform.Api;

/// <summary>A part of a list, newest first, and where the next part is.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, PageLinks Links);
