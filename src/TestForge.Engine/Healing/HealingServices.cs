using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Claude;
using TestForge.Engine.Healing.Picking;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

internal static class HealingServices
{
    public static IServiceCollection AddHealing(this IServiceCollection services)
    {
        services.AddOptions<HealingOptions>().ValidateDataAnnotations();
        services.AddClaude();
        services.TryAddSingleton<LookAlikePicker>();
        services.TryAddScoped<IStage<HealInput, HealOutput>, HealStage>();
        return services;
    }
}
