using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Baselines;

public static class BaselinesModule
{
    /// <summary>Adds baselines. The host brings an <see cref="IBaselineFiles"/>.</summary>
    public static IServiceCollection AddBaselines(this IServiceCollection services) => services.AddSingleton<IRunFinisher, SeenLooks>();

    public static void MapBaselines(this IEndpointRouteBuilder api)
    {
        var project = api.MapGroup("/projects/{projectId:guid}").WithTags("Baselines");
        ListBaselines.Map(project);
        ListLooks.Map(project);
        ReviewLook.Map(project);
    }
}
