using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Secrets;

public static class SecretsModule
{
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddOptions<SecretOptions>();
        services.AddSingleton<IKeyEncryption, LocalKeyEncryption>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton(provider => new KeyRotation(provider.GetRequiredService<TenantWork>(), provider.GetRequiredService<TenantDirectory>(), provider.GetRequiredService<SecretBox>()));
        return services;
    }
}
