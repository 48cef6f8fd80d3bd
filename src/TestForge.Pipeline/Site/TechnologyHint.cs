namespace TestForge.Pipeline;

/// <summary>A technology the application seems to use.</summary>
/// <param name="Name">Its usual name: React, PHP, nginx.</param>
/// <param name="Category"><c>framework</c>, <c>library</c>, <c>server</c>, <c>language</c>, <c>cms</c>, <c>analytics</c> or <c>security</c>.</param>
/// <param name="Version">Where the application tells it.</param>
/// <param name="Evidence">What it was seen by, in words.</param>
public sealed record TechnologyHint(string Name, string Category, string? Version, string Evidence);
