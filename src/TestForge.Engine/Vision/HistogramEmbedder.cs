using System.Security.Cryptography;
using System.Text;
using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>
/// Looks without a model: histograms of edge directions (Dalal and Triggs, CVPR 2005) and of colours over the tokens of the same grid,
/// once for the whole picture and once for each of four by four parts, as roots (Arandjelović and Zisserman, CVPR 2012).
/// </summary>
internal sealed class HistogramEmbedder : IImageEmbedder
{
    private const int Side = 256;
    private const int Patch = 16;
    private const int Directions = 9;
    private const int Hues = 6;
    private const int Greys = 4;
    private const int Bins = Directions + Hues + Greys;
    private const int Parts = 4;

    // Colours paler than this count by their brightness.
    private const int LeastChroma = 24;

    // Writing is edges on one background: without more weight, the background alone would decide.
    private const float EdgeWeight = 3;

    // A change of the arithmetic needs another one: thresholds were measured with it.
    private const string Definition = "histograms 1: 256/16, 9 directions, 6 hues, 4 greys, 1 + 4x4 parts, roots, edges 3";

    public string Name => "gradient and colour histograms (no neural model)";

    public string ModelHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Definition)));

    public int Dimension => Bins * (1 + (Parts * Parts));

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<float[]>>(() => [.. pictures.Select(p => Embed(Letterbox.Of(p, Side, Patch)))], cancellationToken);

    private float[] Embed(Letterbox box)
    {
        var vector = new float[Dimension];
        for (var row = 0; row < box.Rows; row++)
        {
            for (var column = 0; column < box.Columns; column++)
            {
                var token = Token(box.Content, column * Patch, row * Patch);
                var part = 1 + (row * Parts / box.Rows * Parts) + (column * Parts / box.Columns);
                for (var bin = 0; bin < Bins; bin++)
                {
                    vector[bin] += token[bin];
                    vector[(part * Bins) + bin] += token[bin];
                }
            }
        }

        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = MathF.Sqrt(vector[i]);
        }

        return Vectors.Normalised(vector);
    }

    private static float[] Token(Picture picture, int left, int top)
    {
        var bins = new float[Bins];
        var (right, bottom) = (Math.Min(left + Patch, picture.Width), Math.Min(top + Patch, picture.Height));
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                AddEdge(bins, picture, x, y);
                AddColour(bins, picture.Pixel((y * picture.Width) + x));
            }
        }

        return bins;
    }

    private static void AddEdge(float[] bins, Picture picture, int x, int y)
    {
        var across = Light(picture, x + 1, y) - Light(picture, x - 1, y);
        var down = Light(picture, x, y + 1) - Light(picture, x, y - 1);
        var strength = Math.Sqrt((across * across) + (down * down)) / 255;
        if (strength > 0)
        {
            // Dark on light and light on dark are one direction.
            var angle = Math.Atan2(down, across) / Math.PI;
            var place = (angle < 0 ? angle + 1 : angle) * Directions;
            bins[(int)place % Directions] += (float)(strength * EdgeWeight);
        }
    }

    private static double Light(Picture picture, int x, int y) =>
        PictureColours.Brightness(picture, (Math.Clamp(y, 0, picture.Height - 1) * picture.Width) + Math.Clamp(x, 0, picture.Width - 1));

    private static void AddColour(float[] bins, ReadOnlySpan<byte> pixel)
    {
        var (red, green, blue) = (pixel[0], pixel[1], pixel[2]);
        int highest = Math.Max(red, Math.Max(green, blue)), chroma = highest - Math.Min(red, Math.Min(green, blue));
        if (chroma < LeastChroma)
        {
            bins[Directions + Hues + (highest * Greys / 256)] += 1;
            return;
        }

        var hue = highest == red ? (double)(green - blue) / chroma : highest == green ? 2 + ((double)(blue - red) / chroma) : 4 + ((double)(red - green) / chroma);
        bins[Directions + ((int)Math.Floor(hue + 6.5) % Hues)] += 1;
    }
}
