using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Secrets;

public static class SecretsModule
{
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddOptions<SecretOptions>();
        services.AddOptions<VaultOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LocalKeyEncryption>();
        services.AddSingleton<VaultClient>();
        services.AddSingleton<VaultKeyEncryption>();
        services.AddSingleton(EncryptionOf);
        services.AddSingleton<TenantKeys>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton<InstallationKeys>();
        services.AddHostedService<InstallationKeyRefresh>();

        // The framework's own keeps key files in somebody's home, and one server cannot read another's.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<IDataProtectionProvider>(provider => new PageProtection(provider.GetRequiredService<InstallationKeys>()));
        services.AddSingleton(provider => new KeyRotation(provider.GetRequiredService<TenantWork>(), provider.GetRequiredService<TenantDirectory>(), provider.GetRequiredService<SecretBox>(), provider.GetRequiredService<InstallationKeys>()));
        return services;
    }

    private static IKeyEncryption EncryptionOf(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<VaultOptions>>().Value is not { Address: { Length: > 0 } } vault)
        {
            return services.GetRequiredService<LocalKeyEncryption>();
        }

        return vault.Previous
            ? new KeyEncryptions(services.GetRequiredService<LocalKeyEncryption>(), services.GetRequiredService<VaultKeyEncryption>(), VaultKeyEncryption.IsOfVault)
            : services.GetRequiredService<IOptions<SecretOptions>>().Value is { PreviousKey.Length: > 0 }
                ? new KeyEncryptions(services.GetRequiredService<VaultKeyEncryption>(), ActivatorUtilities.CreateInstance<LocalKeyEncryption>(services, Options.Create(new SecretOptions { Key = services.GetRequiredService<IOptions<SecretOptions>>().Value.PreviousKey })), id => !VaultKeyEncryption.IsOfVault(id))
                : services.GetRequiredService<VaultKeyEncryption>();
    }
}
