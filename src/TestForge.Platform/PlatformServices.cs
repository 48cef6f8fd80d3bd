using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Limits;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Webhooks;
using TestForge.Platform.Work;

namespace TestForge.Platform;

/// <summary>All modules of the platform. A new module is one line in each method.</summary>
public static class PlatformServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, bool postgreSql, ApiOptions limits)
    {
        services.AddData(postgreSql).AddWork().AddApi(limits).AddAccess().AddProjects().AddRuns().AddAudit().AddSecrets().AddWebhooks().AddLimits();
        services.AddSingleton(provider => new FirstStart(provider.GetRequiredService<TenantWork>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Startup(provider.GetRequiredService<WorkQueue>()));
        return services;
    }

    public static void MapPlatform(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi();
        api.MapAccess();
        api.MapProjects();
        api.MapRuns();
        api.MapAudit();
        api.MapWebhooks();
    }
}
