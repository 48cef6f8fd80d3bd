namespace TestForge.Engine.Pictures;

/// <summary>Compares two pictures pixel by pixel, as a person would see them. What is painted in the colour of masks is left out.</summary>
internal static class PictureComparison
{
    /// <summary>The colour that masks are painted in, as CSS writes it; Playwright's own.</summary>
    public const string MaskColour = "#FF00FF";

    /// <summary>Distance of two colours that is not seen, from 0 to 1; Playwright's own.</summary>
    public const double Tolerance = 0.2;

    // One place is told of each square of so many pixels.
    private const int Cell = 8;
    private static readonly byte[] Mask = [255, 0, 255];

    public static PictureDifference Compare(Picture expected, Picture actual)
    {
        if (expected.Width != actual.Width || expected.Height != actual.Height)
        {
            return new(SameSize: false, 0, 0, null, []);
        }

        if (expected.Rgb.AsSpan().SequenceEqual(actual.Rgb))
        {
            return new(SameSize: true, 0, actual.Width * actual.Height, null, []);
        }

        var masks = Masks(expected, actual);
        var marked = new byte[actual.Rgb.Length];
        var places = new Dictionary<(int X, int Y), PicturePlace>();
        var (differing, compared) = (0, 0);
        for (var pixel = 0; pixel < actual.Width * actual.Height; pixel++)
        {
            var masked = masks[pixel];
            var (x, y) = (pixel % actual.Width, pixel / actual.Width);
            var differs = !masked && Differs(expected, actual, x, y);
            compared += masked ? 0 : 1;
            if (differs)
            {
                differing++;
                places.TryAdd((x / Cell, y / Cell), new(x, y));
            }

            Paint(marked, actual, pixel, differs);
        }

        return new(SameSize: true, differing, compared, new(actual.Width, actual.Height, marked), [.. places.Values]);
    }

    /// <summary>The share of a picture that masks cover, from 0 to 1.</summary>
    public static double MaskedShare(Picture picture)
    {
        var pixels = picture.Width * picture.Height;
        return (double)Enumerable.Range(0, pixels).Count(p => IsMasked(picture, p)) / pixels;
    }

    /// <summary>
    /// What either picture masks, and the pixels beside it: the edge of a mask lies between two pixels. So does that of the
    /// element, whose neighbours show in the outermost pixels.
    /// </summary>
    public static bool[] Masks(Picture expected, Picture actual)
    {
        var (width, pixels) = (actual.Width, actual.Width * actual.Height);
        var masks = new bool[pixels];
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            masks[pixel] |= pixel < width || pixel >= pixels - width || pixel % width == 0 || pixel % width == width - 1;
            if (IsMasked(expected, pixel) || IsMasked(actual, pixel))
            {
                masks[pixel] = true;
                masks[Math.Max(0, pixel - 1)] = true;
                masks[Math.Min(pixels - 1, pixel + 1)] = true;
                masks[Math.Max(0, pixel - width)] = true;
                masks[Math.Min(pixels - 1, pixel + width)] = true;
            }
        }

        return masks;
    }

    private static bool IsMasked(Picture picture, int pixel) => picture.Pixel(pixel).SequenceEqual(Mask);

    private static bool Differs(Picture expected, Picture actual, int x, int y)
    {
        var pixel = (y * actual.Width) + x;
        return !expected.Pixel(pixel).SequenceEqual(actual.Pixel(pixel))
            && PictureColours.Distance(expected, actual, pixel) > Tolerance
            && !SmoothedEdges.At(expected, actual, x, y)
            && !SmoothedEdges.At(actual, expected, x, y);
    }

    private static void Paint(byte[] marked, Picture actual, int pixel, bool differs)
    {
        var faded = (byte)(230 + (PictureColours.Brightness(actual, pixel) / 255 * 25));
        var colour = differs ? ((byte)220, (byte)0, (byte)0) : (faded, faded, faded);
        (marked[pixel * 3], marked[(pixel * 3) + 1], marked[(pixel * 3) + 2]) = colour;
    }
}
