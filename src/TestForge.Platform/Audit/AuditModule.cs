using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

public static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton(provider => new AuditVerifier(provider.GetRequiredService<TenantWork>(), provider.GetRequiredService<TenantDirectory>()));
        return services;
    }

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        ListAudit.Map(audit);
        ExportAudit.Map(audit);
    }
}
