using System.Security.Cryptography;
using System.Text.Json;
using TestForge.Pipeline;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Personal;

/// <summary>What was erased, by counts and ids of ours: no word of a person or a tenant is in it, so that it may be kept. Sealed by the installation's key, so that it can be shown to be this installation's.</summary>
public sealed record ErasureProof
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary><c>tenant</c> or <c>person</c>.</summary>
    public required string What { get; init; }

    /// <summary>The id of the row that stood for it.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Rows by table.</summary>
    public required IReadOnlyList<Count> Tables { get; init; }

    /// <summary>Files in the tenant's folder; null for a person.</summary>
    public Count? Files { get; init; }

    /// <summary>Keys that were destroyed, by id. What they encrypted cannot be read any more, in backups either.</summary>
    public IReadOnlyList<Guid> DestroyedKeys { get; init; } = [];

    /// <summary>How long the tenant's audit log was, and the hash of its last line.</summary>
    public AuditEnd? Audit { get; init; }

    /// <summary>What this does not reach, in words.</summary>
    public IReadOnlyList<string> NotReached { get; init; } = [];

    /// <summary>SHA-256 over all of the above, in hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The hash, encrypted by the installation's key; in Base64.</summary>
    public string Seal { get; init; } = "";

    /// <summary>Which key that was.</summary>
    public string SealedBy { get; init; } = "";

    /// <summary>Rows or files before and after.</summary>
    public sealed record Count(string Name, long Before, long After);

    /// <summary>Where an audit log ended.</summary>
    public sealed record AuditEnd(long Lines, string Hash);

    internal async Task<ErasureProof> SealAsync(IKeyEncryption installation, CancellationToken cancellationToken)
    {
        var hash = HashOf();
        var wrapped = await installation.WrapAsync(hash, cancellationToken);
        return this with { Sha256 = Convert.ToHexStringLower(hash), Seal = Convert.ToBase64String(wrapped.Bytes), SealedBy = wrapped.Id };
    }

    /// <summary>What is wrong with the proof itself, or null.</summary>
    internal async Task<string?> WhyNotAsync(IKeyEncryption installation, CancellationToken cancellationToken)
    {
        var hash = HashOf();
        if (Sha256 != Convert.ToHexStringLower(hash))
        {
            return "It was changed after it was written.";
        }

        var bytes = new byte[Seal.Length];
        return Convert.TryFromBase64String(Seal, bytes, out var length) && CryptographicOperations.FixedTimeEquals(await installation.UnwrapAsync(new(bytes[..length], SealedBy), cancellationToken), hash)
            ? null
            : "It is not sealed by this installation.";
    }

    private byte[] HashOf() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this with { Sha256 = "", Seal = "", SealedBy = "" }, ArtifactJson.Compact));
}
