using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Accounts;
using TestForge.Platform.Api;
using TestForge.Platform.Audit;
using TestForge.Platform.Baselines;
using TestForge.Platform.Cases;
using TestForge.Platform.Data;
using TestForge.Platform.Heals;
using TestForge.Platform.Limits;
using TestForge.Platform.Members;
using TestForge.Platform.OAuth;
using TestForge.Platform.Notifications;
using TestForge.Platform.Personal;
using TestForge.Platform.Projects;
using TestForge.Platform.Quotas;
using TestForge.Platform.Retention;
using TestForge.Platform.Runs;
using TestForge.Platform.Schedules;
using TestForge.Platform.Search;
using TestForge.Platform.Secrets;
using TestForge.Platform.SingleSignOn;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Trends;
using TestForge.Platform.Usage;
using TestForge.Platform.Webhooks;
using TestForge.Platform.Work;

namespace TestForge.Platform;

/// <summary>All modules of the platform. A new module is one line in each method.</summary>
public static class PlatformServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, bool postgreSql, ApiOptions limits)
    {
        services.AddData(postgreSql).AddWork().AddApi(limits).AddAccess().AddAccounts().AddOAuth().AddSingleSignOn().AddProjects().AddRuns().AddCases().AddHeals().AddBaselines().AddSchedules().AddUsage().AddQuotas().AddSearch(postgreSql).AddAudit().AddSecrets().AddWebhooks().AddNotifications().AddRetention().AddPersonal().AddLimits();
        services.AddSingleton(provider => new FirstStart(provider.GetRequiredService<TenantWork>(), provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<AccessOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Startup(provider.GetRequiredService<WorkQueue>()));
        return services;
    }

    public static void MapPlatform(this IEndpointRouteBuilder routes)
    {
        routes.MapLinks();
        var api = routes.MapApi();
        api.MapAccess();
        api.MapMembers();
        api.MapAccounts();
        api.MapOAuth();
        api.MapSingleSignOn();
        routes.MapAccountPages();
        routes.MapOAuthPages();
        routes.MapSingleSignOnPages();
        api.MapProjects();
        api.MapRuns();
        api.MapCases();
        api.MapHeals();
        api.MapBaselines();
        api.MapSchedules();
        api.MapTrends();
        api.MapUsage();
        api.MapQuotas();
        api.MapSearch();
        api.MapAudit();
        api.MapWebhooks();
        api.MapNotifications();
        api.MapRetention();
    }
}
