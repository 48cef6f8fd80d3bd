using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

internal static class DiscoveryServices
{
    public static IServiceCollection AddDiscovery(this IServiceCollection services)
    {
        services.AddOptions<DiscoveryOptions>().ValidateDataAnnotations();
        services.TryAddScoped<IStage<DiscoverInput, DiscoverOutput>, DiscoverStage>();
        return services;
    }
}
