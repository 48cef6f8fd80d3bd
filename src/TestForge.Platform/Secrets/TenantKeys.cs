using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Secrets;

/// <summary>Keys of tenants for what lies outside the database.</summary>
internal sealed class TenantKeys(TenantWork work, SecretBox box)
{
    /// <summary>The key that encrypts now, and its id.</summary>
    public Task<(Guid Id, byte[] Key)> NewestAsync(TenantId tenant, string purpose, CancellationToken cancellationToken) =>
        work.WriteAsync(tenant, db => box.DeriveNewestAsync(db, purpose, cancellationToken), cancellationToken);

    /// <exception cref="SecretException">The key is gone, or cannot be unwrapped.</exception>
    public Task<byte[]> OfAsync(TenantId tenant, Guid id, string purpose, CancellationToken cancellationToken) =>
        work.ReadAsync(tenant, db => box.DeriveAsync(db, id, purpose, cancellationToken), cancellationToken);
}
