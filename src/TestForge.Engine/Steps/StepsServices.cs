using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TestForge.Engine.Steps;

internal static class StepsServices
{
    public static IServiceCollection AddSteps(this IServiceCollection services)
    {
        services.TryAddSingleton<SessionStates>();
        return services;
    }
}
