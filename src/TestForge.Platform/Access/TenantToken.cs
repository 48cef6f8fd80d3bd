using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>How secrets are written that somebody shows to be let in: a prefix that says what it is, the tenant and 24 random bytes in base 62, and a checksum, by which a mistyped or made-up one is told without a look at the database.</summary>
internal static class TenantToken
{
    public const string Invitation = "tfi_";
    public const string Session = "tfs_";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int SecretLength = 24;
    private const int BodyDigits = 54; // 40 bytes
    private const int ChecksumDigits = 6; // 4 bytes

    private static readonly SearchValues<char> DigitSet = SearchValues.Create(Digits);

    public static string New(string prefix, TenantId tenant)
    {
        Span<byte> bytes = stackalloc byte[16 + SecretLength];
        tenant.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes[16..]);
        var body = prefix + Write(bytes, BodyDigits);
        return body + Checksum(body);
    }

    /// <summary>The tenant that a token is of, when it is well-formed. Whether it is one of that tenant says only the tenant's own list.</summary>
    public static bool TryRead(string prefix, string text, out TenantId tenant)
    {
        tenant = default;
        if (text.Length != prefix.Length + BodyDigits + ChecksumDigits
            || !text.StartsWith(prefix, StringComparison.Ordinal)
            || text.AsSpan(prefix.Length).ContainsAnyExcept(DigitSet)
            || text[^ChecksumDigits..] != Checksum(text[..^ChecksumDigits]))
        {
            return false;
        }

        var value = BigInteger.Zero;
        foreach (var digit in text.AsSpan(prefix.Length, BodyDigits))
        {
            value = (value * 62) + Digits.IndexOf(digit, StringComparison.Ordinal);
        }

        Span<byte> bytes = stackalloc byte[16 + SecretLength];
        var length = value.GetByteCount(isUnsigned: true);
        if (length > bytes.Length)
        {
            return false;
        }

        bytes.Clear();
        value.TryWriteBytes(bytes[^length..], out _, isUnsigned: true, isBigEndian: true);
        var id = new Guid(bytes[..16], bigEndian: true);
        tenant = new(id);
        return id != Guid.Empty;
    }

    /// <summary>What is kept of a token. 24 random bytes cannot be guessed, so a fast hash is enough.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Checksum(string body) => Write(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 4), ChecksumDigits);

    private static string Write(ReadOnlySpan<byte> bytes, int digits)
    {
        var value = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new char[digits];
        for (var i = digits - 1; i >= 0; i--)
        {
            value = BigInteger.DivRem(value, 62, out var digit);
            text[i] = Digits[(int)digit];
        }

        return new(text);
    }
}
