using System.Security.Cryptography;
using System.Text;

namespace TestForge.Engine.Reporting;

/// <summary>Ids that are the same for the same parts, on every machine.</summary>
internal static class StableIds
{
    public static string Hash(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];

    /// <summary>A UUID of version 8, whose bits RFC 9562 leaves to the maker.</summary>
    public static Guid Uuid(params ReadOnlySpan<string> parts)
    {
        var bytes = Convert.FromHexString(Hash(parts));
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }
}
