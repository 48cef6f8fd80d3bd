using System.Globalization;

namespace TestForge.TestKit.Vision;

/// <summary>
/// Writes encoders with random weights in the shape of V-JEPA's: patches by convolution, blocks of attention with rotary positions
/// and of two layers, all before normalised. They see as little as random weights do; loading, feeding, running and reading them is all real.
/// </summary>
public static class EncoderFile
{
    private static readonly string[] Spread = ["0.229", "0.224", "0.225"];

    /// <param name="path">Where to write it.</param>
    /// <param name="shape">Its measures.</param>
    /// <param name="fault">How it breaks the contract.</param>
    /// <param name="metadata">Values to replace; null takes one away.</param>
    public static void Write(string path, EncoderShape shape, EncoderFault fault = EncoderFault.None, IReadOnlyDictionary<string, string?>? metadata = null)
    {
        var graph = new OnnxGraph();
        var input = fault == EncoderFault.InputName ? "pixels" : "pixel_values_videos";
        object batch = shape.OpenBatch ? "batch" : 1;
        graph.Input(input, shape.FramesFirst ? [batch, shape.Frames, 3, shape.Side, shape.Side] : [batch, 3, shape.Frames, shape.Side, shape.Side]);
        var layers = new EncoderLayers(graph, shape);
        var tokens = layers.Encode(input);
        tokens = fault switch
        {
            EncoderFault.ClassToken => WithClassToken(graph, tokens),
            // Which tokens are taken is only known when it runs.
            EncoderFault.HiddenClassToken => graph.Node("Gather", [WithClassToken(graph, tokens), AllOf(graph, shape.Tokens + 1)], ("axis", 1)),
            EncoderFault.NotFinite => graph.Node("Div", [tokens, graph.Constant([0f], 1)]),
            EncoderFault.Noise => graph.Node("Add", [tokens, graph.Node("RandomNormalLike", [tokens])]),
            EncoderFault.Blind => graph.Node("Add", [graph.Node("Mul", [tokens, graph.Constant([0f], 1)]), graph.Constant([1f], 1)]),
            EncoderFault.Zero => graph.Node("Mul", [tokens, graph.Constant([0f], 1)]),
            _ => tokens,
        };
        graph.Node("Identity", [tokens], "last_hidden_state");
        graph.Output("last_hidden_state", batch, fault == EncoderFault.HiddenClassToken ? "tokens" : shape.Tokens + (fault == EncoderFault.ClassToken ? 1 : 0), shape.Dimension);
        graph.Save(path, Metadata(shape, metadata));
    }

    private static string WithClassToken(OnnxGraph graph, string tokens) =>
        graph.Node("Concat", [graph.Node("ReduceMean", [tokens, graph.Constant(1L)], ("keepdims", 1)), tokens], ("axis", 1));

    private static string AllOf(OnnxGraph graph, int count) =>
        graph.Node("Squeeze", [graph.Node("NonZero", [graph.Constant(Enumerable.Repeat(1f, count).ToArray(), count)]), graph.Constant(0L)]);

    private static Dictionary<string, string> Metadata(EncoderShape shape, IReadOnlyDictionary<string, string?>? replaced)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vision.contract"] = "1",
            ["vision.family"] = shape.Family,
            ["vision.arch"] = shape.Arch,
            ["vision.side"] = shape.Side.ToString(CultureInfo.InvariantCulture),
            ["vision.frames"] = shape.Frames.ToString(CultureInfo.InvariantCulture),
            ["vision.dimension"] = shape.Dimension.ToString(CultureInfo.InvariantCulture),
            ["vision.patch"] = "16",
            ["vision.tubelet"] = "2",
            ["vision.layout"] = shape.FramesFirst ? "BTCHW" : "BCTHW",
            ["vision.mean"] = "0.485,0.456,0.406",
            ["vision.std"] = string.Join(',', Spread),
            ["vision.resize"] = "letterbox",
            ["vision.rope"] = shape.Family == "v-jepa-2" ? "tiled" : "interleaved",
            ["vision.weights_sha256"] = "random",
            ["vision.licence"] = "none: random weights",
        };
        foreach (var (key, value) in replaced ?? new Dictionary<string, string?>())
        {
            values.Remove(key);
            if (value is not null)
            {
                values[key] = value;
            }
        }

        return values;
    }
}
