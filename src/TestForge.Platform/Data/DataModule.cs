using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

public static class DataModule
{
    /// <summary>Adds the database. Which one says <see cref="DataOptions"/>.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, bool postgreSql)
    {
        services.AddOptions<DataOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<TenantContext>();
        services.AddScoped<TenantWriteGuard>();
        services.AddSingleton<AuditInterceptor>();
        services.AddSingleton<TenantWork>();
        services.AddSingleton<TenantChanges>();
        services.AddSingleton<OwnerWork>();
        services.AddSingleton<Schema>();
        if (postgreSql)
        {
            services.AddScoped<TenantTransactionInterceptor>();
            services.AddScoped<TenantCommandInterceptor>();
            services.AddDbContext<PlatformDb, PgPlatformDb>((provider, options) =>
            {
                PlatformDbOptions.UsePostgreSql(options, provider.GetRequiredService<IOptions<DataOptions>>().Value.PostgreSql!);
                options.AddInterceptors(
                    provider.GetRequiredService<TenantWriteGuard>(),
                    provider.GetRequiredService<AuditInterceptor>(),
                    provider.GetRequiredService<TenantTransactionInterceptor>(),
                    provider.GetRequiredService<TenantCommandInterceptor>());
            });
        }
        else
        {
            services.AddDbContext<PlatformDb, LitePlatformDb>((provider, options) =>
            {
                PlatformDbOptions.UseSqlite(options, provider.GetRequiredService<IOptions<DataOptions>>().Value.SqliteFile);
                options.AddInterceptors(provider.GetRequiredService<TenantWriteGuard>(), provider.GetRequiredService<AuditInterceptor>());
            });
        }

        return services;
    }
}
