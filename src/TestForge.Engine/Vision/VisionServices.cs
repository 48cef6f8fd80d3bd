using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TestForge.Engine.Vision;

internal static class VisionServices
{
    public static IServiceCollection AddVision(this IServiceCollection services)
    {
        services.AddOptions<VisionOptions>().ValidateDataAnnotations();
        services.TryAddSingleton<EmbedderSource>();
        services.TryAddSingleton<LookJudge>();
        return services;
    }
}
