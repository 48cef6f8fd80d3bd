using Microsoft.Extensions.Options;
using TestForge.Engine.Pictures;
using TestForge.Engine.Vision;
using TestForge.Pipeline;
using TestForge.TestKit.Vision;

namespace TestForge.Engine.Tests.Vision;

public sealed class LookJudgeTests(ModelFiles files) : IClassFixture<ModelFiles>
{
    private static readonly ElementLook Button = Look(120, 40);
    private static readonly ElementLook Other = Look(400, 200);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_model_the_histograms_look_and_say_so()
    {
        using var source = Source(null);

        var same = await new LookJudge(source).JudgeAsync(Button, Button, Token);
        var other = await new LookJudge(source).JudgeAsync(Button, Other, Token);

        same.Embedder.ShouldContain("no neural model");
        same.Verdict.ShouldBe(SightVerdict.Support, same.Reason);
        same.Similarity.ShouldBe(1, 1e-3);
        other.Verdict.ShouldNotBe(SightVerdict.Support, other.Reason);
        other.Similarity.ShouldBe((0.7 * other.Structure) + (0.3 * (other.Tight + other.WithContext) / 2), 3e-4);
    }

    [Fact]
    public async Task A_model_has_no_say_until_it_is_calibrated()
    {
        var path = files.Of(EncoderShape.Tiny2 with { Layers = 1 });
        using (var source = Source(path))
        {
            var opinion = await new LookJudge(source).JudgeAsync(Button, Button, Token);
            (opinion.Verdict, opinion.Embedder).ShouldBe((SightVerdict.NoOpinion, "V-JEPA 2 tiny"));
            opinion.Reason.ShouldContain("calibrate");
            await CalibrationFile.WriteAsync(
                path,
                new() { ModelHash = opinion.ModelHash, Embedder = opinion.Embedder, Thresholds = new(0.5, 0.9, 0.2), Fitted = 100, Tested = new(1, 1, 1, 0, 1, 0) },
                Token);
        }

        using var calibrated = Source(path);
        (await new LookJudge(calibrated).JudgeAsync(Button, Button, Token)).Verdict.ShouldBe(SightVerdict.Support);
    }

    [Fact]
    public async Task Thresholds_of_another_model_do_not_count_and_broken_ones_are_named()
    {
        var path = files.Of(EncoderShape.Tiny21 with { Layers = 1 });
        await CalibrationFile.WriteAsync(path, new() { ModelHash = "other", Embedder = "", Thresholds = new(0.5, 0, 0), Fitted = 1, Tested = new(1, 1, 1, 0, 1, 0) }, Token);
        using (var source = Source(path))
        {
            (await new LookJudge(source).JudgeAsync(Button, Button, Token)).Verdict.ShouldBe(SightVerdict.NoOpinion);
        }

        await File.WriteAllTextAsync(CalibrationFile.PathFor(path), "{", Token);
        using var broken = Source(path);
        (await Should.ThrowAsync<StageException>(() => new LookJudge(broken).JudgeAsync(Button, Button, Token))).Code.ShouldBe("vision.calibration_invalid");
    }

    [Fact]
    public async Task Each_picture_is_computed_once()
    {
        var counting = new Counting();
        var cached = new CachedEmbedder(counting);

        await cached.EmbedAsync([Button.Tight, Other.Tight, Button.Tight], Token);
        var again = await cached.EmbedAsync([Other.Tight, Button.WithContext], Token);

        counting.Asked.ShouldBe(3);
        again.Select(v => v[0]).ShouldBe([(float)Other.Tight.Width, Button.WithContext.Width]);
    }

    private static EmbedderSource Source(string? model) => new(Options.Create(new VisionOptions { Model = model }));

    private static ElementLook Look(int x, int y)
    {
        var page = SamplePictures.Drawn(640, 360, (px, py) => px is >= 120 and < 240 && py is >= 40 and < 80 ? (20, 80, 160) : px >= 400 && py >= 200 ? ((px + py) % 7 * 30, 200, 90) : (250, 250, 250));
        return ElementLook.CutFrom(page, new PixelArea(x, y, 120, 40))!;
    }

    private sealed class Counting : IImageEmbedder
    {
        public int Asked { get; private set; }

        public string Name => "counting";

        public string ModelHash => "counting";

        public int Dimension => 1;

        public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellationToken)
        {
            Asked += pictures.Count;
            return Task.FromResult<IReadOnlyList<float[]>>([.. pictures.Select(p => new float[] { p.Width })]);
        }
    }
}
