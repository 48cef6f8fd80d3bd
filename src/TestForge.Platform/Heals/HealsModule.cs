using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Heals;

public static class HealsModule
{
    /// <summary>Adds heals. The host brings an <see cref="IHealPatches"/>.</summary>
    public static IServiceCollection AddHeals(this IServiceCollection services)
    {
        services.AddSingleton<IRunPreparer, ProjectHeals>();
        services.AddSingleton<IRunFinisher, ProjectHeals>();
        return services;
    }

    public static void MapHeals(this IEndpointRouteBuilder api)
    {
        var heals = api.MapGroup("/projects/{projectId:guid}/heals").WithTags("Heals");
        ListHeals.Map(heals);
        GetHeal.Map(heals);
        ReviewHeal.Map(heals);
        ApplyHeal.Map(heals);
    }
}
