using System.Globalization;
using TestForge.Engine.Vision;
using TestForge.Pipeline;
using TestForge.TestKit.Vision;

namespace TestForge.Engine.Tests.Vision;

public sealed class ModelRefusalTests(ModelFiles files) : IClassFixture<ModelFiles>
{
    [Theory]
    [InlineData(EncoderFault.InputName, "vision.model_signature", "'pixels'")]
    [InlineData(EncoderFault.ClassToken, "vision.model_signature", "[any, 17, 36]")]
    [InlineData(EncoderFault.HiddenClassToken, "vision.model_output", "[1, 17, 36]")]
    [InlineData(EncoderFault.NotFinite, "vision.model_output", "finite")]
    [InlineData(EncoderFault.Noise, "vision.model_unstable", "two embeddings")]
    [InlineData(EncoderFault.Blind, "vision.model_blind", "blank")]
    [InlineData(EncoderFault.Zero, "vision.model_blind", "with itself")]
    public async Task Refuses_a_model_that_breaks_the_contract(EncoderFault fault, string code, string told) =>
        await RefusedAsync(files.Of(EncoderShape.Tiny2, fault), code, told);

    [Theory]
    [InlineData("contract", "2")]
    [InlineData("contract", null)]
    [InlineData("family", "dino")]
    [InlineData("arch", " ")]
    [InlineData("side", "65")]
    [InlineData("side", "many")]
    [InlineData("frames", "3")]
    [InlineData("frames", "1")]
    [InlineData("layout", "THWC")]
    [InlineData("mean", "0.4,0.4")]
    [InlineData("std", "0,0,0")]
    [InlineData("resize", "centre-crop")]
    [InlineData("licence", null)]
    [InlineData("weights_sha256", null)]
    [InlineData("expected", "1,x")]
    public async Task Refuses_metadata_that_are_missing_or_wrong_and_names_them(string key, string? value) =>
        await RefusedAsync(files.With(key, value), "vision.model_metadata", "vision." + key);

    [Theory]
    [InlineData("dimension", "40", "[any, 16, 40]")]
    [InlineData("side", "128", "[any, 2, 3, 128, 128]")]
    [InlineData("layout", "BCTHW", "[any, 3, 2, 64, 64]")]
    public async Task Refuses_metadata_that_do_not_fit_the_model(string key, string value, string told) =>
        await RefusedAsync(files.With(key, value), "vision.model_signature", told);

    [Fact]
    public async Task Refuses_the_rotary_embedding_of_the_other_family() =>
        await RefusedAsync(files.With("rope", "interleaved"), "vision.model_rope", "'tiled'");

    [Fact]
    public async Task Refuses_a_model_that_gives_something_else_than_its_weights_gave() =>
        await RefusedAsync(files.With("expected", "1,2,3,4"), "vision.model_differs", "fixed picture");

    [Fact]
    public async Task Takes_a_model_that_gives_what_its_weights_gave()
    {
        string path;
        using (var model = await OnnxModel.OpenAsync(files.Of(EncoderShape.Tiny2), VisionOptions.Cpu, TestContext.Current.CancellationToken))
        {
            var given = model.Run([TestPictures.Fixed(model.Metadata.Side)])[0];
            path = files.With("expected", string.Join(',', given.Take(16).Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        }

        using var loaded = await OnnxEmbedder.LoadAsync(path, VisionOptions.Cpu, TestContext.Current.CancellationToken);

        loaded.Metadata.Expected.Count.ShouldBe(16);
    }

    [Fact]
    public async Task Refuses_what_is_not_there_or_no_model()
    {
        var text = files.In("text.onnx");
        await File.WriteAllTextAsync(text, "version https://git-lfs.github.com/spec/v1", TestContext.Current.CancellationToken);

        await RefusedAsync(text, "vision.model_unreadable", "text.onnx");
        await RefusedAsync(files.In("absent.onnx"), "vision.model_missing", "absent.onnx");
    }

    [Fact]
    public async Task Says_when_there_is_no_CUDA()
    {
        var e = await Should.ThrowAsync<StageException>(() => OnnxEmbedder.LoadAsync(files.Of(EncoderShape.Tiny2), VisionOptions.Cuda, TestContext.Current.CancellationToken));

        e.Code.ShouldBe("vision.provider_missing");
    }

    private static async Task RefusedAsync(string path, string code, string told)
    {
        var e = await Should.ThrowAsync<StageException>(() => OnnxEmbedder.LoadAsync(path, VisionOptions.Cpu, TestContext.Current.CancellationToken));

        e.Code.ShouldBe(code, e.Message);
        e.Message.ShouldContain(told);
        e.Retryable.ShouldBeFalse();
    }
}
