using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>What a model file says of itself, under keys that begin with <c>vision.</c>; <c>docs/guides/vision.md</c> lists them.</summary>
internal sealed record ModelMetadata
{
    public const string VJepa2 = "v-jepa-2";
    public const string VJepa21 = "v-jepa-2.1";

    private static readonly Dictionary<string, string> RopeOf = new(StringComparer.Ordinal) { [VJepa2] = "tiled", [VJepa21] = "interleaved" };

    public required string Family { get; init; }

    public required string Arch { get; init; }

    /// <summary>Width and height of the input in pixels.</summary>
    public required int Side { get; init; }

    /// <summary>Frames of the input; a still picture is repeated.</summary>
    public required int Frames { get; init; }

    public required int Dimension { get; init; }

    public required int Patch { get; init; }

    /// <summary>Frames a token covers.</summary>
    public required int Tubelet { get; init; }

    /// <summary>Whether the input is batch, frame, channel, row, column; else batch, channel, frame, row, column.</summary>
    public required bool FramesFirst { get; init; }

    /// <summary>Red, green and blue, of values from 0 to 1.</summary>
    public required IReadOnlyList<float> Mean { get; init; }

    public required IReadOnlyList<float> Deviation { get; init; }

    public required string WeightsHash { get; init; }

    public required string Licence { get; init; }

    /// <summary>The first numbers of what the weights' own code makes of the fixed picture; empty when the file has none.</summary>
    public required IReadOnlyList<float> Expected { get; init; }

    public int GridSide => Side / Patch;

    /// <summary>Token layers in time.</summary>
    public int Slices => Math.Max(1, Frames / Tubelet);

    public int Tokens => Slices * GridSide * GridSide;

    /// <summary>In the words of reports.</summary>
    public string Name => $"{(Family == VJepa21 ? "V-JEPA 2.1" : "V-JEPA 2")} {Arch}";

    /// <exception cref="StageException"><c>vision.model_metadata</c> or <c>vision.model_rope</c>.</exception>
    public static ModelMetadata Read(IReadOnlyDictionary<string, string> values, string file)
    {
        var read = new MetadataReader(values, file);
        read.OneOf("contract", "1");
        var metadata = new ModelMetadata
        {
            Family = read.OneOf("family", VJepa2, VJepa21),
            Arch = read.Text("arch"),
            Side = read.Number("side", 16, 2048),
            Frames = read.Number("frames", 1, 64),
            Dimension = read.Number("dimension", 1, 16_384),
            Patch = read.Number("patch", 1, 64),
            Tubelet = read.Number("tubelet", 1, 64),
            FramesFirst = read.OneOf("layout", "BTCHW", "BCTHW") == "BTCHW",
            Mean = read.Three("mean"),
            Deviation = read.Three("std"),
            WeightsHash = read.Text("weights_sha256"),
            Licence = read.Text("licence"),
            Expected = read.Numbers("expected", optional: true),
        };
        read.OneOf("resize", "letterbox");
        read.Holds(metadata.Side % metadata.Patch == 0, "side", $"a multiple of the patch, {metadata.Patch.ToString(CultureInfo.InvariantCulture)}");
        read.Holds(metadata.Frames == 1 || metadata.Frames % 2 == 0, "frames", "1 or an even number");
        read.Holds(metadata.Frames != 1 || metadata.Family == VJepa21, "frames", "an even number: only V-JEPA 2.1 has a tokenizer for single images");
        read.Holds(metadata.Deviation.All(d => d > 0), "std", "three numbers above 0");
        var rope = read.OneOf("rope", [.. RopeOf.Values]);
        return rope == RopeOf[metadata.Family]
            ? metadata
            : throw new StageException(
                "vision.model_rope",
                $"'{file}' says family '{metadata.Family}' and rope '{rope}'; that family has '{RopeOf[metadata.Family]}'. Such a model loads and is wrong: export it again with the code of its own family.",
                retryable: false);
    }
}
