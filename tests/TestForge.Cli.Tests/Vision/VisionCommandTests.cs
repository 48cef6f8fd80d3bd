using System.Text.Json;
using TestForge.Cli.Tests.Commands;
using TestForge.TestKit.Vision;

namespace TestForge.Cli.Tests.Vision;

public sealed class VisionCommandTests : IDisposable
{
    private static readonly byte[] White = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC");
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Says_what_a_model_is_and_that_it_has_no_say_yet()
    {
        EncoderFile.Write(_cli.In("tiny.onnx"), EncoderShape.Tiny21);

        (await _cli.RunAsync("vision", "check", "tiny.onnx")).ShouldBe(0, _cli.Error);

        _cli.Output.ShouldContain("V-JEPA 2.1 tiny, 64 px, 1 frame, 16 tokens of 36, batches");
        _cli.Output.ShouldContain("calibrated  no");
        _cli.Output.ShouldContain("ms an embedding");
    }

    [Fact]
    public async Task Refuses_a_model_with_the_code_of_what_is_wrong()
    {
        EncoderFile.Write(_cli.In("noisy.onnx"), EncoderShape.Tiny2, EncoderFault.Noise);

        (await _cli.RunAsync("vision", "check", "noisy.onnx")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error vision.model_unstable: 'noisy.onnx'");

        (await _cli.RunAsync("vision", "check")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error usage.invalid:");
    }

    [Fact]
    public async Task Thresholds_lie_beside_the_model_and_count_for_that_file_alone()
    {
        EncoderFile.Write(_cli.In("tiny.onnx"), EncoderShape.Tiny2);
        WritePairs(400);

        (await _cli.RunAsync("vision", "calibrate", "pairs.jsonl", "--model", "tiny.onnx")).ShouldBe(0, _cli.Error);
        // All pairs look the same, so no figure tells one element from two.
        _cli.Output.ShouldContain("never: no similarity is sure enough");

        (await _cli.RunAsync("vision", "check", "tiny.onnx", "--json")).ShouldBe(0);
        JsonDocument.Parse(_cli.Output).RootElement.GetProperty("calibrated").GetBoolean().ShouldBeTrue();
        EncoderFile.Write(_cli.In("tiny.onnx"), EncoderShape.Tiny21);
        (await _cli.RunAsync("vision", "check", "tiny.onnx", "--json")).ShouldBe(0);
        JsonDocument.Parse(_cli.Output).RootElement.GetProperty("calibrated").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "before": "a.png" }""", "vision.pairs_invalid", "line 1")]
    [InlineData("""{ "before": "b.png", "beforeBox": [0, 0, 1, 1], "after": "a.png", "afterBox": [0, 0, 1, 1], "same": true }""", "vision.pairs_invalid", "b.png")]
    [InlineData("""{ "before": "a.png", "beforeBox": [5, 0, 1, 1], "after": "a.png", "afterBox": [0, 0, 1, 1], "same": true }""", "vision.pairs_invalid", "outside")]
    [InlineData("""{ "before": "a.png", "beforeBox": [0, 0, 1, 1], "after": "a.png", "afterBox": [0, 0, 1, 1], "same": true }""", "vision.pairs_too_few", "1 pairs")]
    public async Task Pairs_that_are_of_no_use_are_refused(string line, string code, string told)
    {
        await File.WriteAllBytesAsync(_cli.In("a.png"), White, TestContext.Current.CancellationToken);
        _cli.Write("pairs.jsonl", line);

        (await _cli.RunAsync("vision", "calibrate", "pairs.jsonl")).ShouldBe(2);
        _cli.Error.ShouldStartWith($"error {code}:");
        _cli.Error.ShouldContain(told);
    }

    private void WritePairs(int count)
    {
        File.WriteAllBytes(_cli.In("a.png"), White);
        _cli.Write("pairs.jsonl", string.Join('\n', Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(new
        {
            before = "a.png",
            beforeBox = new[] { 0, 0, 1, 1 },
            after = "a.png",
            afterBox = new[] { 0, 0, 1, 1 },
            same = i % 2 == 0,
            group = $"{i % 20 / 2}",
        }))));
    }
}
