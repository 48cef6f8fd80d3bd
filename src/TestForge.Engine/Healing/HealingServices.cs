using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

internal static class HealingServices
{
    public static IServiceCollection AddHealing(this IServiceCollection services)
    {
        services.AddOptions<HealingOptions>().ValidateDataAnnotations();
        services.TryAddScoped<IStage<HealInput, HealOutput>, HealStage>();
        return services;
    }
}
