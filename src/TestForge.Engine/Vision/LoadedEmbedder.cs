namespace TestForge.Engine.Vision;

/// <summary>An embedder that is ready, and the thresholds measured for it, if any.</summary>
internal sealed record LoadedEmbedder(IImageEmbedder Embedder, SightThresholds Thresholds);
