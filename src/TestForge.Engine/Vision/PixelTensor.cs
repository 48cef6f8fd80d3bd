namespace TestForge.Engine.Vision;

/// <summary>Writes letterboxed pictures as a model takes them in: values from 0 to 1, less the mean, over the deviation. Padding is the mean itself, 0.</summary>
internal static class PixelTensor
{
    private const int Channels = 3;

    public static float[] Of(IReadOnlyList<Letterbox> pictures, ModelMetadata model)
    {
        var frame = model.Side * model.Side;
        var each = Channels * model.Frames * frame;
        var values = new float[pictures.Count * each];
        for (var picture = 0; picture < pictures.Count; picture++)
        {
            for (var channel = 0; channel < Channels; channel++)
            {
                // A still picture is the same in all frames.
                var first = values.AsSpan((picture * each) + At(0, channel, model) * frame, frame);
                Fill(first, pictures[picture], channel, model);
                for (var time = 1; time < model.Frames; time++)
                {
                    first.CopyTo(values.AsSpan((picture * each) + At(time, channel, model) * frame, frame));
                }
            }
        }

        return values;
    }

    /// <summary>The shape of the input for a number of pictures.</summary>
    public static long[] Shape(int pictures, ModelMetadata model) => model.FramesFirst
        ? [pictures, model.Frames, Channels, model.Side, model.Side]
        : [pictures, Channels, model.Frames, model.Side, model.Side];

    private static int At(int time, int channel, ModelMetadata model) => model.FramesFirst ? (time * Channels) + channel : (channel * model.Frames) + time;

    private static void Fill(Span<float> values, Letterbox picture, int channel, ModelMetadata model)
    {
        var (content, mean, deviation) = (picture.Content, model.Mean[channel], model.Deviation[channel]);
        for (var y = 0; y < content.Height; y++)
        {
            for (var x = 0; x < content.Width; x++)
            {
                var value = content.Rgb[(((y * content.Width) + x) * Channels) + channel];
                values[(y * model.Side) + x] = ((value / 255f) - mean) / deviation;
            }
        }
    }
}
