namespace TestForge.Platform.Api;

/// <summary>Addresses of pages; next is null on the last.</summary>
internal sealed record PageLinks(string Self, string? Next);
