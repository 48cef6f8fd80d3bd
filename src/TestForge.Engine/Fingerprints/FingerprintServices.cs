using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TestForge.Engine.Fingerprints;

internal static class FingerprintServices
{
    public static IServiceCollection AddFingerprints(this IServiceCollection services)
    {
        services.AddOptions<FingerprintOptions>();
        services.TryAddSingleton<FingerprintBook>();
        return services;
    }
}
