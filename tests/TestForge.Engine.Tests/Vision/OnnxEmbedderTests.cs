using TestForge.Engine.Vision;
using TestForge.TestKit.Vision;

namespace TestForge.Engine.Tests.Vision;

public sealed class OnnxEmbedderTests(ModelFiles files) : EmbedderContract, IClassFixture<ModelFiles>, IDisposable
{
    private readonly List<OnnxEmbedder> _loaded = [];

    public static TheoryData<string> Shapes => ["2", "2.1", "channels first", "one at a time", "four frames"];

    private protected override async Task<IImageEmbedder> EmbedderAsync() => await LoadAsync(files.Of(EncoderShape.Tiny21));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Loads_all_that_the_contract_allows(string name)
    {
        var shape = name switch
        {
            "2" => EncoderShape.Tiny2,
            "2.1" => EncoderShape.Tiny21,
            "channels first" => EncoderShape.Tiny2 with { FramesFirst = false },
            "one at a time" => EncoderShape.Tiny21 with { OpenBatch = false },
            _ => EncoderShape.Tiny2 with { Frames = 4 },
        };

        var embedder = await LoadAsync(files.Of(shape));

        embedder.Metadata.Tokens.ShouldBe(shape.Tokens);
        embedder.TakesBatches.ShouldBe(shape.OpenBatch);
        var vectors = await embedder.EmbedAsync([SamplePictures.Button(1), SamplePictures.Field(), SamplePictures.Button(1)], TestContext.Current.CancellationToken);
        Vectors.Cosine(vectors[0], vectors[2]).ShouldBe(1, 1e-5);
        Vectors.Cosine(vectors[0], vectors[1]).ShouldBeLessThan(0.9999);
    }

    [Fact]
    public async Task The_order_of_frames_and_channels_does_not_change_what_is_seen()
    {
        var (one, other) = (await LoadAsync(files.Of(EncoderShape.Tiny2)), await LoadAsync(files.Of(EncoderShape.Tiny2 with { FramesFirst = false })));

        var (a, b) = ((await one.EmbedAsync([SamplePictures.Button(3)], TestContext.Current.CancellationToken))[0], (await other.EmbedAsync([SamplePictures.Button(3)], TestContext.Current.CancellationToken))[0]);

        Vectors.Cosine(a, b).ShouldBe(1, 1e-5);
    }

    public void Dispose() => _loaded.ForEach(m => m.Dispose());

    private async Task<OnnxEmbedder> LoadAsync(string path)
    {
        var model = await OnnxEmbedder.LoadAsync(path, VisionOptions.Cpu, TestContext.Current.CancellationToken);
        _loaded.Add(model);
        return model;
    }
}
