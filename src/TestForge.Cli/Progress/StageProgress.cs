namespace TestForge.Cli.Progress;

/// <summary>One stage's line: what it has done, and how much of it when that is known.</summary>
/// <param name="Fraction">0 to 1, or null when there is nothing to measure against.</param>
internal sealed record StageProgress(string Name, bool Running, string Text, double? Fraction);
