namespace TestForge.Engine.Design.Trials;

/// <summary>One accessibility rule broken on a page.</summary>
internal sealed record AxeRuleHit(string Rule, string Impact, string Help, string HelpUrl, IReadOnlyList<string> Tags, IReadOnlyList<string> Selectors);
