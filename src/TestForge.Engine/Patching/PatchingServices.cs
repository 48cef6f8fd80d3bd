using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

internal static class PatchingServices
{
    public static IServiceCollection AddPatching(this IServiceCollection services)
    {
        services.TryAddScoped<IStage<SuiteHealInput, SuiteHealOutput>, SuiteHealStage>();
        return services;
    }
}
