using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>Units of work outside a request: each in a scope and a transaction of its own.</summary>
internal sealed class TenantWork(IServiceScopeFactory scopes)
{
    /// <summary>Reads rows of one tenant.</summary>
    public Task<T> ReadAsync<T>(TenantId tenant, Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken) => RunAsync(tenant, writes: false, work, cancellationToken);

    /// <summary>Changes rows of one tenant; all of it or nothing.</summary>
    public Task<T> WriteAsync<T>(TenantId tenant, Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken) => RunAsync(tenant, writes: true, work, cancellationToken);

    /// <summary>Reads and changes what all tenants share; rows of tenants are out of reach.</summary>
    public Task<T> SharedAsync<T>(Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken) => RunAsync(tenant: null, writes: true, work, cancellationToken);

    /// <summary>Reads what all tenants share.</summary>
    public Task<T> ReadSharedAsync<T>(Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken) => RunAsync(tenant: null, writes: false, work, cancellationToken);

    private async Task<T> RunAsync<T>(TenantId? tenant, bool writes, Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (tenant is { } id)
        {
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(id);
        }

        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await using var unit = await UnitOfWork.BeginAsync(db, writes, cancellationToken);
        var result = await work(db);
        await unit.CommitAsync(cancellationToken);
        return result;
    }
}
