using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TestForge.Engine.Values;

/// <summary>Small pictures: a square of one colour.</summary>
internal static class SampleImages
{
    private const int Side = 64;

    /// <summary>PNG, third edition, of the World Wide Web Consortium: signature, header, one deflated run of rows, end.</summary>
    public static byte[] Png()
    {
        var rows = new byte[Side * (1 + (Side * 3))];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (i % (1 + (Side * 3))) switch { 0 => 0, var x => (byte)(0x33 * (((x - 1) % 3) + 1)) };
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        // Eight bits a channel, red, green and blue.
        byte[] header = [0, 0, 0, Side, 0, 0, 0, Side, 8, 2, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1a, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A baseline JPEG of 16 by 16 pixels, as an encoder made it.</summary>
    public static byte[] Jpeg() => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//"
        + "wAARCAAQABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJIBMc//2Q==");

    /// <summary>A lossy WebP of 16 by 16 pixels, as an encoder made it.</summary>
    public static byte[] WebP() => Convert.FromBase64String("UklGRjQAAABXRUJQVlA4ICgAAACwAQCdASoQABAAAoBCJaACdLoABDAAAP7sJl/V2J8KEE/Qo2US+YAA");

    /// <summary>GIF89a: one pixel of a table of two colours.</summary>
    public static byte[] Gif() =>
        [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0x33, 0x66, 0x99, 0xff, 0xff, 0xff, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b];

    /// <summary>A bitmap of one pixel with 24 bits; its row is filled up to four bytes.</summary>
    public static byte[] Bmp()
    {
        var file = new byte[58];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        file[10] = 54;
        file[14] = 40;
        (file[18], file[22], file[26], file[28]) = (1, 1, 1, 24);
        (file[54], file[55], file[56]) = (0x99, 0x66, 0x33);
        return file;
    }

    public static byte[] Svg() => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><rect width=\"64\" height=\"64\" fill=\"#336699\"/></svg>\n");

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    // The polynomial of PNG's annex D, bit by bit: the data is small.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        return ~crc;
    }
}
