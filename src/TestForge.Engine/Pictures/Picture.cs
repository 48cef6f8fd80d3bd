using System.Buffers.Binary;
using StbImageSharp;

namespace TestForge.Engine.Pictures;

/// <summary>A decoded picture: three bytes a pixel (red, green, blue), row by row from the top. What is transparent lies on white.</summary>
internal sealed record Picture(int Width, int Height, byte[] Rgb)
{
    // A page may ask for any size, and a file of a few bytes may claim it.
    private const int MaxPixels = 50_000_000;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Throws <see cref="InvalidDataException"/> for what is no PNG, or one that is too large.</summary>
    public static Picture FromPng(byte[] png)
    {
        if (!png.AsSpan().StartsWith(Signature) || png.Length < 24 || (long)Size(png, 16) * Size(png, 20) is <= 0 or > MaxPixels)
        {
            throw new InvalidDataException("It is no PNG picture of at most 50 million pixels.");
        }

        try
        {
            var decoded = ImageResult.FromMemory(png, ColorComponents.RedGreenBlueAlpha);
            return new(decoded.Width, decoded.Height, OnWhite(decoded.Data));
        }
        catch (Exception e) when (e is InvalidOperationException or IndexOutOfRangeException or NullReferenceException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"It is no whole PNG picture: {e.Message}", e);
        }
    }

    public byte[] ToPng() => PngWriter.Write(this);

    public ReadOnlySpan<byte> Pixel(int pixel) => Rgb.AsSpan(pixel * 3, 3);

    private static int Size(byte[] png, int at) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at, 4));

    private static byte[] OnWhite(byte[] rgba)
    {
        var rgb = new byte[rgba.Length / 4 * 3];
        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
        {
            var opacity = rgba[from + 3];
            for (var i = 0; i < 3; i++)
            {
                rgb[to + i] = opacity == 255 ? rgba[from + i] : (byte)(255 + ((rgba[from + i] - 255) * opacity / 255));
            }
        }

        return rgb;
    }
}
