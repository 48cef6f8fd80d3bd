namespace TestForge.Engine.Vision;

/// <summary>From which similarity on one embedder may say something, as measured on labelled pairs. Null: never.</summary>
/// <param name="Support">At or above it, two elements look like one.</param>
/// <param name="Veto">Below it, they look like two.</param>
internal sealed record SightThresholds(double? Support, double? Veto);
