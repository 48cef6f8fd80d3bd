using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TestForge.Platform.Accounts;

/// <summary>Time-based one-time codes (RFC 6238): HMAC-SHA-1, six digits, thirty seconds, which is what every authenticator knows.</summary>
internal static class Totp
{
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default; HMAC does not rest on collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf, 4)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The time step that a code is of, or null. A step beside now is allowed for clocks that differ; one that was used, or is before it, is not.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now, long lastUsed)
    {
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(secret, step)), Encoding.UTF8.GetBytes(code)) && step > lastUsed)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>The secret as authenticators read it (RFC 4648, 6).</summary>
    public static string Write(byte[] secret)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var part in secret)
        {
            (buffer, bits) = ((buffer << 8) | part, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>The address that an authenticator takes as a picture.</summary>
    public static string UriOf(string issuer, string account, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";
}
