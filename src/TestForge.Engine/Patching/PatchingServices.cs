using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Engine.Patching.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

internal static class PatchingServices
{
    public static IServiceCollection AddPatching(this IServiceCollection services)
    {
        services.TryAddSingleton<ISourceReader, TypeScriptSource>();
        services.TryAddScoped<IStage<SuiteHealInput, SuiteHealOutput>, SuiteHealStage>();
        return services;
    }
}
