namespace TestForge.TestKit.Vision;

/// <summary>The layers of an encoder, with the same random weights each time.</summary>
internal sealed class EncoderLayers(OnnxGraph graph, EncoderShape shape)
{
    private const int Wider = 4;
    private const double RopeBase = 10_000;
    private const float WeightScale = 0.02f;
    private readonly string _rotateBy = graph.Constant(Rope(shape, Math.Cos), shape.Tokens, shape.Dimension / shape.Heads);
    private readonly string _rotateAcross = graph.Constant(Rope(shape, Math.Sin), shape.Tokens, shape.Dimension / shape.Heads);
    private ulong _random = 42;

    private int HeadDimension => shape.Dimension / shape.Heads;

    public string Encode(string input)
    {
        var tokens = Patches(input);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            tokens = graph.Node("Add", [tokens, Attention(Normalised(tokens))]);
            tokens = graph.Node("Add", [tokens, Linear(graph.Node("Gelu", [Linear(Normalised(tokens), shape.Dimension, shape.Dimension * Wider)]), shape.Dimension * Wider, shape.Dimension)]);
        }

        return Normalised(tokens);
    }

    private string Patches(string input)
    {
        var video = shape.FramesFirst ? graph.Node("Transpose", [input], ("perm", new long[] { 0, 2, 1, 3, 4 })) : input;
        long depth = Math.Min(EncoderShape.Tubelet, shape.Frames);
        long[] kernel = [depth, EncoderShape.Patch, EncoderShape.Patch];
        var weights = graph.Constant(Random(shape.Dimension * 3 * (int)depth * EncoderShape.Patch * EncoderShape.Patch), [shape.Dimension, 3, .. kernel]);
        var patches = graph.Node("Conv", [video, weights, graph.Constant(Random(shape.Dimension), shape.Dimension)], ("kernel_shape", kernel), ("strides", kernel));
        return graph.Node("Transpose", [graph.Node("Reshape", [patches, graph.Constant(0, shape.Dimension, -1)])], ("perm", new long[] { 0, 2, 1 }));
    }

    private string Attention(string tokens)
    {
        var (query, key, value) = (Rotated(Heads(tokens)), Rotated(Heads(tokens)), Heads(tokens));
        var scores = graph.Node("MatMul", [query, graph.Node("Transpose", [key], ("perm", new long[] { 0, 1, 3, 2 }))]);
        var scaled = graph.Node("Mul", [scores, graph.Constant([1 / MathF.Sqrt(HeadDimension)], 1)]);
        var mixed = graph.Node("MatMul", [graph.Node("Softmax", [scaled], ("axis", -1)), value]);
        var joined = graph.Node("Reshape", [graph.Node("Transpose", [mixed], ("perm", new long[] { 0, 2, 1, 3 })), graph.Constant(0, 0, shape.Dimension)]);
        return Linear(joined, shape.Dimension, shape.Dimension);
    }

    private string Heads(string tokens) => graph.Node(
        "Transpose",
        [graph.Node("Reshape", [Linear(tokens, shape.Dimension, shape.Dimension), graph.Constant(0, 0, shape.Heads, HeadDimension)])],
        ("perm", new long[] { 0, 2, 1, 3 }));

    /// <summary>x · cos + half-turned x · sin.</summary>
    private string Rotated(string heads)
    {
        var half = HeadDimension / 2;
        var (axis, one) = (graph.Constant(3L), graph.Constant(1L));
        var left = graph.Node("Slice", [heads, graph.Constant(0L), graph.Constant((long)half), axis, one]);
        var right = graph.Node("Slice", [heads, graph.Constant((long)half), graph.Constant((long)(2 * half)), axis, one]);
        var turned = graph.Node("Concat", [graph.Node("Neg", [right]), left], ("axis", 3));
        return graph.Node("Add", [graph.Node("Mul", [heads, _rotateBy]), graph.Node("Mul", [turned, _rotateAcross])]);
    }

    private string Normalised(string tokens) => graph.Node(
        "LayerNormalization",
        [tokens, graph.Constant(Enumerable.Repeat(1f, shape.Dimension).ToArray(), shape.Dimension), graph.Constant(new float[shape.Dimension], shape.Dimension)],
        ("axis", -1),
        ("epsilon", 1e-6f));

    private string Linear(string tokens, int from, int to) => graph.Node(
        "Add",
        [graph.Node("MatMul", [tokens, graph.Constant(Random(from * to), from, to)]), graph.Constant(Random(to), to)]);

    /// <summary>A third of each head for each axis; the order of the frequencies is what the two families do differently.</summary>
    private static float[] Rope(EncoderShape shape, Func<double, double> turn)
    {
        var head = shape.Dimension / shape.Heads;
        var (third, half) = (Math.Max(1, head / 3), head / 2);
        var table = new float[shape.Tokens * head];
        for (var token = 0; token < shape.Tokens; token++)
        {
            int[] place = [token / (shape.Grid * shape.Grid), token / shape.Grid % shape.Grid, token % shape.Grid];
            for (var i = 0; i < head; i++)
            {
                var frequency = shape.Family == "v-jepa-2" ? i % half : i / 2;
                table[(token * head) + i] = (float)turn(place[Math.Min(2, i / third)] / Math.Pow(RopeBase, (double)frequency / half));
            }
        }

        return table;
    }

    private float[] Random(int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            // Xorshift (Marsaglia 2003): the same on every machine, and fast for a hundred million.
            _random ^= _random << 13;
            _random ^= _random >> 7;
            _random ^= _random << 17;
            values[i] = ((_random >> 40) / (float)(1 << 23) - 1) * WeightScale * 1.732f;
        }

        return values;
    }
}
