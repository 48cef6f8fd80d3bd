using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TestForge.Engine.Pictures;

/// <summary>Writes PNG as RFC 2083 has it: eight bits a channel, no filter.</summary>
internal static class PngWriter
{
    private const int Colour = 2;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static byte[] Write(Picture picture)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, Colour);
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", Compressed(picture));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compressed(Picture picture)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal))
        {
            for (var y = 0; y < picture.Height; y++)
            {
                // The row's filter: none.
                zlib.WriteByte(0);
                zlib.Write(picture.Rgb, y * picture.Width * 3, picture.Width * 3);
            }
        }

        return bytes.ToArray();
    }

    private static void WriteChunk(MemoryStream png, string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, named.Aggregate(0xFFFFFFFF, (crc, b) => Crcs[(crc ^ b) & 0xFF] ^ (crc >> 8)) ^ 0xFFFFFFFF);
        png.Write(number);
    }
}
