using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Personal;

public static class PersonalModule
{
    /// <summary>Adds export and erasure. The host brings <see cref="ITenantFiles"/>.</summary>
    public static IServiceCollection AddPersonal(this IServiceCollection services)
    {
        services.AddSingleton(p => new TenantExport(p.GetRequiredService<OwnerWork>(), p.GetRequiredService<ITenantFiles>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new TenantErasure(p.GetRequiredService<OwnerWork>(), p.GetRequiredService<ITenantFiles>(), p.GetRequiredService<IKeyEncryption>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new PersonExport(p.GetRequiredService<OwnerWork>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new PersonErasure(p.GetRequiredService<OwnerWork>(), p.GetRequiredService<IKeyEncryption>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }
}
