namespace TestForge.Engine.Vision;

/// <summary>What calibrating found.</summary>
/// <param name="Embedder">What looked.</param>
/// <param name="ModelHash">Its hash.</param>
/// <param name="Support">From which similarity on elements were the same; null when no similarity says so.</param>
/// <param name="Veto">Below which similarity they were others; null when none says so.</param>
/// <param name="Fitted">Pairs that the thresholds were found on.</param>
/// <param name="Tested">How they did on the rest.</param>
/// <param name="File">Where they are kept; null for the embedder without a model, whose thresholds come along.</param>
public sealed record CalibrationResult(string Embedder, string ModelHash, double? Support, double? Veto, int Fitted, CalibrationFigures Tested, string? File);
