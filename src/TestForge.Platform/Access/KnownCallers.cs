using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>
/// Callers that were looked up a moment ago, so that not every request asks the database. Whatever this process changes for a tenant makes it ask
/// anew at once; what another process changes counts after <see cref="AccessOptions.RememberSeconds"/>.
/// </summary>
internal sealed class KnownCallers(TenantChanges changes, IOptions<AccessOptions> options, TimeProvider clock) : IDisposable
{
    private const int Most = 50_000;

    private readonly MemoryCache _callers = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>To be read before the look at the database whose result is kept.</summary>
    public long ChangesOf(TenantId tenant) => changes.Of(tenant);

    public CallerIdentity? Find(TenantId tenant, string hash) =>
        _callers.TryGetValue<Known>((tenant, hash), out var known) && known!.Changes == changes.Of(tenant) && clock.GetUtcNow() < known.Until ? known.Caller : null;

    /// <param name="hash">Of the key.</param>
    /// <param name="caller">Whose key it is.</param>
    /// <param name="before">The tenant's changes before the look.</param>
    /// <param name="expiresAt">When the key expires.</param>
    public void Keep(string hash, CallerIdentity caller, long before, DateTimeOffset? expiresAt)
    {
        var until = clock.GetUtcNow().AddSeconds(options.Value.RememberSeconds);
        var known = new Known(caller, before, expiresAt < until ? expiresAt.Value : until);
        _callers.Set((caller.Tenant, hash), known, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(options.Value.RememberSeconds + 1) });
    }

    public void Dispose() => _callers.Dispose();

    private sealed record Known(CallerIdentity Caller, long Changes, DateTimeOffset Until);
}
