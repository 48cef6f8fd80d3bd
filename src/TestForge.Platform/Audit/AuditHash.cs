using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TestForge.Platform.Audit;

/// <summary>
/// The hash of a line: SHA-256 over the hash of the line before and all its fields in this order, each with its length in front, so that no
/// two lines give the same bytes. Whoever changes, removes or moves a line has to write all that follow anew, and the head too.
/// </summary>
internal static class AuditHash
{
    public static readonly string Start = new('0', 64);

    public static string Of(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in (ReadOnlySpan<string?>)
        [
            entry.PreviousHash, entry.TenantId.ToString(), entry.Id.ToString(), Number(entry.Sequence), Number(entry.At.ToUnixTimeMilliseconds()), entry.Action,
            entry.ActorKind.ToString(), entry.ActorId?.ToString(), entry.AddressDigest ?? entry.Address, entry.TraceId, entry.Subject, entry.SubjectId.ToString(), entry.Before, entry.After,
        ])
        {
            Append(hash, field);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What stands in the hash of a line for an address, so that the address can be erased and the line still be checked.</summary>
    public static string DigestOf(string salt, string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}|{address}")));

    // Nothing at all is not the same as an empty text.
    private static void Append(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
