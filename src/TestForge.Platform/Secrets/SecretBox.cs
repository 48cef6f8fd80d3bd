using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Secrets;

/// <summary>
/// Encrypts fields: AES-256-GCM with a key of the tenant, which is kept encrypted by a key of the installation. What is sealed for one row
/// of one tenant opens for that row only.
/// </summary>
internal sealed class SecretBox(IKeyEncryption installation, TimeProvider clock)
{
    private const byte Format = 1;
    public const int SignatureBytes = 48;

    private const int HeaderBytes = 17;
    private const int MostKept = 10_000;

    // Unwrapped once in a while, so that a key that was withdrawn does not live on.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (byte[] Key, DateTimeOffset Until)> _kept = new();

    /// <param name="db">The tenant's unit of work.</param>
    /// <param name="purpose">The field, such as <c>webhook.secret</c>.</param>
    /// <param name="subject">The row.</param>
    /// <param name="plain">The secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]> SealAsync(PlatformDb db, string purpose, Guid subject, string plain, CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(db, cancellationToken);
        var key = await KeyAsync(newest, cancellationToken);
        var bytes = Encoding.UTF8.GetBytes(plain);
        var content = Envelope.Seal(key, bytes, ContextOf(db, purpose, subject));
        CryptographicOperations.ZeroMemory(bytes);
        return [Format, .. newest.Id.ToByteArray(bigEndian: true), .. content];
    }

    /// <exception cref="SecretException">It cannot be opened.</exception>
    public async Task<string> OpenAsync(PlatformDb db, string purpose, Guid subject, byte[] sealedBytes, CancellationToken cancellationToken)
    {
        if (sealedBytes.Length <= HeaderBytes || sealedBytes[0] != Format)
        {
            throw new SecretException("secrets.damaged", $"A secret ({purpose}) has a form that this version does not know. Use the version that wrote it, or set the secret again.");
        }

        var id = new Guid(sealedBytes.AsSpan(1, 16), bigEndian: true);
        var row = await db.DataKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, cancellationToken)
            ?? throw new SecretException("secrets.damaged", $"The key of a secret ({purpose}) is gone. Restore the table data_keys from a backup, or set the secret again.");
        try
        {
            return Encoding.UTF8.GetString(Envelope.Open(await KeyAsync(row, cancellationToken), sealedBytes.AsSpan(HeaderBytes), ContextOf(db, purpose, subject)));
        }
        catch (CryptographicException e)
        {
            throw new SecretException("secrets.damaged", $"A secret ({purpose}) is not what was written, or was moved from another row. Set it again.", e);
        }
    }

    /// <summary>Signs bytes with a key of the tenant that is derived for one purpose (HKDF, RFC 5869; HMAC-SHA-256): the key's id, then the code.</summary>
    public async Task<byte[]> SignAsync(PlatformDb db, string purpose, byte[] content, CancellationToken cancellationToken)
    {
        var newest = await db.DataKeys.AsNoTracking().OrderByDescending(k => k.Id).FirstOrDefaultAsync(cancellationToken) ?? await AddKeyAsync(db, cancellationToken);
        return [.. newest.Id.ToByteArray(bigEndian: true), .. CodeOf(await KeyAsync(newest, cancellationToken), db, purpose, content)];
    }

    /// <summary>Whether this tenant signed these bytes for this purpose, with this key or an earlier one.</summary>
    public async Task<bool> VerifyAsync(PlatformDb db, string purpose, byte[] content, byte[] signature, CancellationToken cancellationToken)
    {
        if (signature.Length != SignatureBytes)
        {
            return false;
        }

        var id = new Guid(signature.AsSpan(0, 16), bigEndian: true);
        if (await db.DataKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, cancellationToken) is not { } row)
        {
            return false;
        }

        var key = await KeyAsync(row, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(signature.AsSpan(16), CodeOf(key, db, purpose, content));
    }

    /// <summary>Makes a new key for the tenant, which encrypts from now on.</summary>
    public async Task<DataKey> AddKeyAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(Envelope.KeyBytes);
        var now = clock.GetUtcNow();
        var wrapped = await installation.WrapAsync(key, cancellationToken);
        var row = new DataKey { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, Wrapped = wrapped.Bytes, WrappedBy = wrapped.Id, CreatedAt = now };
        CryptographicOperations.ZeroMemory(key);
        db.DataKeys.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Encrypts the tenant's keys with the installation's current key. What they encrypt stays as it is. Returns how many had another.</summary>
    public async Task<int> RewrapAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var row in await db.DataKeys.ToArrayAsync(cancellationToken))
        {
            if (await installation.RewrapAsync(new(row.Wrapped, row.WrappedBy), cancellationToken) is { } again)
            {
                (row.Wrapped, row.WrappedBy) = (again.Bytes, again.Id);
                changed++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    /// <summary>A key for one purpose, made from the tenant's newest by HKDF (RFC 5869), and the id of the key it was made from.</summary>
    public async Task<(Guid Id, byte[] Key)> DeriveNewestAsync(PlatformDb db, string purpose, CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(db, cancellationToken);
        return (newest.Id, Derive(await KeyAsync(newest, cancellationToken), db, purpose));
    }

    /// <summary>The key for one purpose that was made from the tenant's key of this id.</summary>
    /// <exception cref="SecretException">The key is gone, or cannot be unwrapped.</exception>
    public async Task<byte[]> DeriveAsync(PlatformDb db, Guid id, string purpose, CancellationToken cancellationToken)
    {
        var row = await db.DataKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, cancellationToken)
            ?? throw new SecretException("secrets.damaged", $"The key of what is encrypted ({purpose}) is gone. Restore the table data_keys from a backup.");
        return Derive(await KeyAsync(row, cancellationToken), db, purpose);
    }

    private static byte[] Derive(byte[] key, PlatformDb db, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Envelope.KeyBytes, salt: [], info: Encoding.UTF8.GetBytes($"testforge {purpose}|{db.CurrentTenant}"));

    private async Task<DataKey> NewestAsync(PlatformDb db, CancellationToken cancellationToken) =>
        await db.DataKeys.AsNoTracking().OrderByDescending(k => k.Id).FirstOrDefaultAsync(cancellationToken) ?? await AddKeyAsync(db, cancellationToken);

    private async Task<byte[]> KeyAsync(DataKey row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(row.Id, out var kept) && kept.Until > now)
        {
            return kept.Key;
        }

        var key = await installation.UnwrapAsync(new(row.Wrapped, row.WrappedBy), cancellationToken);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[row.Id] = (key, now + KeptFor);
        return key;
    }

    private static byte[] CodeOf(byte[] key, PlatformDb db, string purpose, byte[] content)
    {
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Envelope.KeyBytes, info: Encoding.UTF8.GetBytes($"{purpose}|{db.CurrentTenant}"));
        return HMACSHA256.HashData(derived, content);
    }

    private static byte[] ContextOf(PlatformDb db, string purpose, Guid subject) => Encoding.UTF8.GetBytes($"{purpose}|{db.CurrentTenant}|{subject}");
}
