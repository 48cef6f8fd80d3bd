using System.Security.Cryptography;
using System.Text;

namespace TestForge.Platform.Accounts;

/// <summary>How recovery codes are written: sixteen characters that are not mistaken for each other, in groups of four.</summary>
internal static class RecoveryCodeText
{
    public const int Count = 10;

    private const string Digits = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 16;

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Digits, Length).Chunk(4).Select(c => new string(c)));

    /// <summary>What is kept of a code, however it was typed.</summary>
    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]))));
}
