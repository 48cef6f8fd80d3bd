using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Work;

namespace TestForge.Platform.Tests.Data;

/// <summary>The platform's database as the product wires it, and two tenants with a row in every table.</summary>
public sealed class Rig : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _folder;

    private Rig(ServiceProvider services, string? folder)
    {
        _services = services;
        _folder = folder;
    }

    public TenantId Acme { get; } = new(Guid.CreateVersion7());

    public TenantId Rival { get; } = new(Guid.CreateVersion7());

    public IServiceProvider Services => _services;

    public DataOptions Options => _services.GetRequiredService<IOptions<DataOptions>>().Value;

    public Schema Schema => _services.GetRequiredService<Schema>();

    internal TenantWork Work => _services.GetRequiredService<TenantWork>();

    public static Rig Over(DataOptions data, string? folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddData(data.UsesPostgreSql).AddWork();
        services.Configure<DataOptions>(o => (o.PostgreSql, o.PostgreSqlOwner, o.SqliteFile) = (data.PostgreSql, data.PostgreSqlOwner, data.SqliteFile));
        return new(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }), folder);
    }

    /// <summary>A row of each tenant in every table that tenants have.</summary>
    public Task<Rig> WithRowsAsync() => WithAsync(Rows.Of);

    /// <summary>The two tenants and nothing of theirs.</summary>
    public Task<Rig> WithTenantsAsync() => WithAsync(tenant => [.. Rows.Of(tenant).OfType<Tenant>()]);

    private async Task<Rig> WithAsync(Func<TenantId, IReadOnlyList<object>> rows)
    {
        foreach (var tenant in new[] { Acme, Rival })
        {
            await Work.WriteAsync(
                tenant,
                async db =>
                {
                    db.AddRange(rows(tenant));
                    return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                },
                TestContext.Current.CancellationToken);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
