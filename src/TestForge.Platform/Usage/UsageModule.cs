using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Usage;

public static class UsageModule
{
    public static IServiceCollection AddUsage(this IServiceCollection services) => services.AddSingleton<IRunFinisher, RunUsage>();

    public static void MapUsage(this IEndpointRouteBuilder api) => GetUsage.Map(api.MapGroup("/usage").WithTags("Usage"));
}
