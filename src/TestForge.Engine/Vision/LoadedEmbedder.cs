namespace TestForge.Engine.Vision;

/// <summary>An embedder that is ready, and the thresholds measured for it; null when there are none.</summary>
internal sealed record LoadedEmbedder(IImageEmbedder Embedder, SightThresholds? Thresholds);
