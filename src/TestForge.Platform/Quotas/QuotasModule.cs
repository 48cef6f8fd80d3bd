using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Quotas;

public static class QuotasModule
{
    public static IServiceCollection AddQuotas(this IServiceCollection services)
    {
        services.AddOptions<QuotaOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Quotas>();
        services.AddSingleton<IRunGate>(provider => provider.GetRequiredService<Quotas>());
        services.AddSingleton<IRoom>(provider => provider.GetRequiredService<Quotas>());
        services.AddSingleton(provider => new TenantQuotas(provider.GetRequiredService<OwnerWork>(), provider.GetRequiredService<Quotas>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    public static void MapQuotas(this IEndpointRouteBuilder api) => GetQuota.Map(api.MapGroup("/quota").WithTags("Usage"));
}
