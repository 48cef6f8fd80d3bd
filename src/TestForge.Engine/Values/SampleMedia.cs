using System.Buffers.Binary;

namespace TestForge.Engine.Values;

/// <summary>A quarter of a second of silence.</summary>
internal static class SampleMedia
{
    private const int Rate = 8_000;

    /// <summary>RIFF with one channel of eight bits, in which silence is 128.</summary>
    public static byte[] Wav()
    {
        var file = new byte[44 + (Rate / 4)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        (file[16], file[20], file[22], file[32], file[34]) = (16, 1, 1, 1, 8);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), Rate / 4);
        file.AsSpan(44).Fill(128);
        return file;
    }

    /// <summary>Ten frames of MPEG-1 layer III (ISO 11172-3), 128 kbit/s at 44.1 kHz: 417 bytes each, in which nothing is coded.</summary>
    public static byte[] Mp3()
    {
        const int Frame = 417;
        var file = new byte[10 * Frame];
        for (var at = 0; at < file.Length; at += Frame)
        {
            (file[at], file[at + 1], file[at + 2], file[at + 3]) = (0xff, 0xfb, 0x90, 0xc0);
        }

        return file;
    }

    /// <summary>ISO 14496-12: a film without a track. A picture in it would need an encoder; the file itself is in order.</summary>
    public static byte[] Mp4()
    {
        var header = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(12), 1_000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 0x0100);
        (header[37], header[53], header[68]) = (1, 1, 0x40);
        header[99] = 1;
        return [.. Box("ftyp"u8, [.. "isom"u8, 0, 0, 2, 0, .. "isommp41"u8]), .. Box("moov"u8, Box("mvhd"u8, header))];
    }

    private static byte[] Box(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        type.CopyTo(box.AsSpan(4));
        content.CopyTo(box.AsSpan(8));
        return box;
    }
}
