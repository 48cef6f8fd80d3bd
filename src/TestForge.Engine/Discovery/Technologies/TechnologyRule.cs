namespace TestForge.Engine.Discovery.Technologies;

/// <summary>A sign and what it stands for.</summary>
/// <param name="Sign">The beginning, in lower case, of what is seen.</param>
/// <param name="Name">The technology's usual name.</param>
/// <param name="Category">As in <see cref="Pipeline.TechnologyHint"/>.</param>
internal sealed record TechnologyRule(string Sign, string Name, string Category);
