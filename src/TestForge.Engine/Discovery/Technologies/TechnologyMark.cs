namespace TestForge.Engine.Discovery.Technologies;

/// <summary>A mark a framework leaves in pages.</summary>
/// <param name="Name">The technology.</param>
/// <param name="Version">Where the page tells it.</param>
/// <param name="Sign">What was seen.</param>
internal sealed record TechnologyMark(string Name, string? Version, string Sign);
