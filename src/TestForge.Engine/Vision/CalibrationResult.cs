namespace TestForge.Engine.Vision;

/// <summary>What calibrating found.</summary>
/// <param name="Embedder">What looked.</param>
/// <param name="ModelHash">Its hash.</param>
/// <param name="StructureWeight">The share of structure in the figure that parts one element from two best.</param>
/// <param name="Support">From which similarity on elements were the same; null when no similarity says so.</param>
/// <param name="Veto">Below which similarity they were others; null when none says so.</param>
/// <param name="Fitted">Pairs that the thresholds were found on.</param>
/// <param name="Tested">How thresholds that were found without a part of the groups did on that part, added up.</param>
/// <param name="File">Where they are kept; null for the embedder without a model, whose thresholds come along.</param>
public sealed record CalibrationResult(string Embedder, string ModelHash, double StructureWeight, double? Support, double? Veto, int Fitted, CalibrationFigures Tested, string? File);
