using TestForge.Engine.Pictures;

namespace TestForge.Engine.Tests.Vision;

/// <summary>Pictures in the manner of pages.</summary>
internal static class SamplePictures
{
    public static Picture Drawn(int width, int height, Func<int, int, (int Red, int Green, int Blue)> colour)
    {
        var rgb = new byte[width * height * 3];
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            var (red, green, blue) = colour(pixel % width, pixel / width);
            (rgb[pixel * 3], rgb[(pixel * 3) + 1], rgb[(pixel * 3) + 2]) = ((byte)red, (byte)green, (byte)blue);
        }

        return new(width, height, rgb);
    }

    /// <summary>A button with strokes on it; other seeds are other words.</summary>
    public static Picture Button(int seed, int width = 120, int height = 40) => Drawn(width, height, (x, y) => (x, y) switch
    {
        _ when x < 2 || y < 2 || x >= width - 2 || y >= height - 2 => (30, 60, 120),
        _ when y > height / 3 && y < height * 2 / 3 && x > 12 && x < width - 12 && ((x * 7919) + (seed * 104_729)) / 4 % 3 == 0 => (255, 255, 255),
        _ => (40, 90, 180),
    });

    /// <summary>An empty field with a grey frame.</summary>
    public static Picture Field(int width = 300, int height = 32) =>
        Drawn(width, height, (x, y) => x < 1 || y < 1 || x >= width - 1 || y >= height - 1 ? (120, 120, 120) : (255, 255, 255));
}
