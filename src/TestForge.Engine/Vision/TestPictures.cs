using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>Pictures by formula, on which a model has to prove itself when it is loaded.</summary>
internal static class TestPictures
{
    /// <summary>The picture that tools/vjepa-export computes the expected numbers on: (7x + 13y + 29c) mod 256.</summary>
    public static Picture Fixed(int side) => Drawn(side, side, (x, y, channel) => ((7 * x) + (13 * y) + (29 * channel)) % 256);

    /// <summary>A dark button with lines of writing on a light page.</summary>
    public static Picture Element { get; } = Drawn(160, 64, (x, y, channel) => (x, y) switch
    {
        (< 8 or >= 152, _) or (_, < 8 or >= 56) => 245,
        (>= 40 and < 120, >= 26 and < 38) when (x / 3) % 2 == 0 => 255,
        _ => channel == 2 ? 190 : 40,
    });

    public static Picture Blank { get; } = Drawn(160, 64, (_, _, _) => 245);

    private static Picture Drawn(int width, int height, Func<int, int, int, int> value)
    {
        var rgb = new byte[width * height * 3];
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)value(i / 3 % width, i / 3 / width, i % 3);
        }

        return new(width, height, rgb);
    }
}
