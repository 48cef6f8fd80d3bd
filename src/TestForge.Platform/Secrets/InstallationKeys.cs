using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Secrets;

/// <summary>
/// The keys of the installation, as this server knows them. A new one is written a day before it is used, so that every server and
/// whoever keeps the public half has it by then; an old one is known until nothing that it made can be valid.
/// </summary>
internal sealed class InstallationKeys(TenantWork work, IKeyEncryption master, TimeProvider clock) : IDisposable
{
    private const int RsaBits = 2048;

    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);
    public static readonly TimeSpan UsedFor = TimeSpan.FromDays(60);

    // Longer than a refresh token can be told to live.
    public static readonly TimeSpan KnownAfter = TimeSpan.FromDays(91);

    private readonly ConcurrentDictionary<Guid, byte[]> _opened = new();
    private volatile IReadOnlyList<KnownKey> _known = [];
    private CancellationTokenSource _changed = new();

    /// <summary>Ends when the keys, or their order, are others.</summary>
    public CancellationToken Changed => Volatile.Read(ref _changed).Token;

    /// <summary>The keys of a purpose, the one in use first.</summary>
    public IReadOnlyList<KnownKey> Of(InstallationKeyPurpose purpose) => [.. _known.Where(k => k.Purpose == purpose)];

    public KnownKey Current(InstallationKeyPurpose purpose) =>
        _known.FirstOrDefault(k => k.Purpose == purpose) ?? throw new InvalidOperationException("The keys of the installation were not read yet: call RefreshAsync first.");

    /// <summary>Reads the keys, makes those that are missing or due, and forgets those whose time is over.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => RefreshAsync(renew: false, cancellationToken);

    /// <summary>Makes a new key of each kind, used from tomorrow on.</summary>
    public Task RotateAsync(CancellationToken cancellationToken) => RefreshAsync(renew: true, cancellationToken);

    /// <summary>Encrypts the keys with the current master key. Returns how many had another.</summary>
    public Task<int> RewrapAsync(CancellationToken cancellationToken) => work.SharedAsync(
        async db =>
        {
            var changed = 0;
            foreach (var key in await db.InstallationKeys.ToListAsync(cancellationToken))
            {
                if (await master.RewrapAsync(new(key.Wrapped, key.WrappedBy), cancellationToken) is { } again)
                {
                    (key.Wrapped, key.WrappedBy) = (again.Bytes, again.Id);
                    changed++;
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            return changed;
        },
        cancellationToken);

    public void Dispose() => _changed.Dispose();

    private async Task RefreshAsync(bool renew, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await ReadAsync(cancellationToken);
        var changed = false;
        foreach (var purpose in Enum.GetValues<InstallationKeyPurpose>())
        {
            var newest = rows.Where(r => r.Purpose == purpose).MaxBy(r => r.ActiveFrom);
            if (newest is null || renew || newest.ActiveFrom + UsedFor < now)
            {
                await AddAsync(purpose, newest is null ? now : now + Ahead, cancellationToken);
                changed = true;
            }
        }

        // Of two servers that begin together each made one, so what counts is what is there afterwards.
        rows = changed ? await ReadAsync(cancellationToken) : rows;
        var over = rows.Where(r => rows.Any(n => n.Purpose == r.Purpose && n.ActiveFrom > r.ActiveFrom && n.ActiveFrom + KnownAfter < now)).Select(r => r.Id).ToArray();
        if (over.Length > 0)
        {
            await work.SharedAsync(db => db.InstallationKeys.Where(k => over.Contains(k.Id)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }

        var known = new List<KnownKey>();
        foreach (var row in rows.Where(r => !over.Contains(r.Id)).OrderBy(r => r.ActiveFrom > now).ThenByDescending(r => r.ActiveFrom).ThenByDescending(r => r.Id))
        {
            known.Add(new(row.Id, row.Purpose, row.ActiveFrom, await OpenAsync(row, cancellationToken)));
        }

        if (!known.Select(k => k.Id).SequenceEqual(_known.Select(k => k.Id)))
        {
            _known = known;
            await Interlocked.Exchange(ref _changed, new()).CancelAsync();
        }
    }

    private Task<InstallationKey[]> ReadAsync(CancellationToken cancellationToken) => work.SharedAsync(db => db.InstallationKeys.AsNoTracking().ToArrayAsync(cancellationToken), cancellationToken);

    private async Task AddAsync(InstallationKeyPurpose purpose, DateTimeOffset activeFrom, CancellationToken cancellationToken)
    {
        var key = Make(purpose);
        var wrapped = await master.WrapAsync(key, cancellationToken);
        var row = new InstallationKey { Id = Guid.CreateVersion7(clock.GetUtcNow()), Purpose = purpose, Wrapped = wrapped.Bytes, WrappedBy = wrapped.Id, ActiveFrom = activeFrom };
        CryptographicOperations.ZeroMemory(key);
        await work.SharedAsync(
            db =>
            {
                db.Add(row);
                return db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private static byte[] Make(InstallationKeyPurpose purpose)
    {
        if (purpose != InstallationKeyPurpose.Signing)
        {
            return RandomNumberGenerator.GetBytes(Envelope.KeyBytes);
        }

        using var rsa = RSA.Create(RsaBits);
        return rsa.ExportPkcs8PrivateKey();
    }

    private async Task<byte[]> OpenAsync(InstallationKey row, CancellationToken cancellationToken)
    {
        if (_opened.TryGetValue(row.Id, out var key))
        {
            return key;
        }

        return _opened[row.Id] = await master.UnwrapAsync(new(row.Wrapped, row.WrappedBy), cancellationToken);
    }
}
