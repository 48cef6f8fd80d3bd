namespace TestForge.Engine.Pictures;

/// <summary>How far two colours are apart for a person: the weighted distance in YIQ of Kotsarenko and Ramos (2010).</summary>
internal static class PictureColours
{
    /// <summary>From 0, equal, to about 1, black and white.</summary>
    public static double Distance(Picture first, Picture second, int pixel)
    {
        var (y, i, q) = Yiq(first, pixel);
        var (otherY, otherI, otherQ) = Yiq(second, pixel);
        var squares = (0.5053 * Square(y - otherY)) + (0.299 * Square(i - otherI)) + (0.1957 * Square(q - otherQ));

        return Math.Sqrt(squares / (0.5053 * 255 * 255));
    }

    /// <summary>From 0 to 255.</summary>
    public static double Brightness(Picture picture, int pixel) => Yiq(picture, pixel).Y;

    private static (double Y, double I, double Q) Yiq(Picture picture, int pixel)
    {
        var bytes = picture.Pixel(pixel);
        var (red, green, blue) = (bytes[0], bytes[1], bytes[2]);

        return (
            (0.299 * red) + (0.587 * green) + (0.114 * blue),
            (0.596 * red) - (0.274 * green) - (0.322 * blue),
            (0.211 * red) - (0.523 * green) + (0.312 * blue));
    }

    private static double Square(double value) => value * value;
}
