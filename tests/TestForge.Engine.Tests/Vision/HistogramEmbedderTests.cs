using TestForge.Engine.Vision;

namespace TestForge.Engine.Tests.Vision;

public sealed class HistogramEmbedderTests : EmbedderContract
{
    private protected override Task<IImageEmbedder> EmbedderAsync() => Task.FromResult<IImageEmbedder>(new HistogramEmbedder());
}
