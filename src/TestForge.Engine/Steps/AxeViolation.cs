namespace TestForge.Engine.Steps;

/// <summary>A rule of axe-core that a page breaks.</summary>
/// <param name="Impact">minor, moderate, serious or critical.</param>
internal sealed record AxeViolation(string Rule, string Impact, IReadOnlyList<string> Tags, string Help, string HelpUrl, IReadOnlyList<string> Selectors);
