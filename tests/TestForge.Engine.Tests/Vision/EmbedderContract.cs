using TestForge.Engine.Pictures;
using TestForge.Engine.Vision;

namespace TestForge.Engine.Tests.Vision;

/// <summary>What every embedder keeps.</summary>
public abstract class EmbedderContract
{
    private protected abstract Task<IImageEmbedder> EmbedderAsync();

    [Fact]
    public async Task Gives_one_vector_of_length_one_for_each_picture_in_order()
    {
        var embedder = await EmbedderAsync();
        Picture[] pictures = [.. Enumerable.Range(0, 11).Select(i => SamplePictures.Button(i)), SamplePictures.Field()];

        var together = await embedder.EmbedAsync(pictures, TestContext.Current.CancellationToken);

        together.Count.ShouldBe(pictures.Length);
        foreach (var (vector, picture) in together.Zip(pictures))
        {
            vector.Length.ShouldBe(embedder.Dimension);
            Vectors.Cosine(vector, vector).ShouldBe(1, 1e-5);
            vector.Sum(v => v * v).ShouldBe(1, 1e-4);
            var alone = (await embedder.EmbedAsync([picture], TestContext.Current.CancellationToken))[0];
            Vectors.Cosine(vector, alone).ShouldBe(1, 1e-5);
        }
    }

    [Fact]
    public async Task Tells_other_elements_apart_more_than_the_same_in_another_size()
    {
        var embedder = await EmbedderAsync();
        var button = SamplePictures.Button(1);

        var vectors = await embedder.EmbedAsync([button, button.Resize(180, 60), SamplePictures.Field()], TestContext.Current.CancellationToken);

        Vectors.Cosine(vectors[0], vectors[1]).ShouldBeGreaterThan(Vectors.Cosine(vectors[0], vectors[2]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 900)]
    [InlineData(1280, 3)]
    public async Task Takes_pictures_of_any_shape(int width, int height)
    {
        var embedder = await EmbedderAsync();

        var vectors = await embedder.EmbedAsync([SamplePictures.Field(width, height)], TestContext.Current.CancellationToken);

        vectors[0].ShouldAllBe(v => float.IsFinite(v));
        vectors[0].Sum(v => v * v).ShouldBe(1, 1e-4);
    }

    [Fact]
    public async Task Answers_several_who_ask_at_once()
    {
        var embedder = await EmbedderAsync();
        Picture[] pictures = [.. Enumerable.Range(0, 4).Select(i => SamplePictures.Button(i))];
        var alone = await embedder.EmbedAsync(pictures, TestContext.Current.CancellationToken);

        var together = await Task.WhenAll(pictures.Select(p => embedder.EmbedAsync([p], TestContext.Current.CancellationToken)));

        together.Select(t => t[0]).Zip(alone).ShouldAllBe(p => Vectors.Cosine(p.First, p.Second) > 0.9999);
    }

    [Fact]
    public async Task Says_what_it_is()
    {
        var embedder = await EmbedderAsync();

        embedder.ModelHash.ShouldMatch("^[0-9a-f]{64}$");
        embedder.Name.Contains("V-JEPA", StringComparison.OrdinalIgnoreCase).ShouldBe(embedder is OnnxEmbedder);
        embedder.Name.Contains("no neural model", StringComparison.Ordinal).ShouldBe(embedder is HistogramEmbedder);
    }
}
