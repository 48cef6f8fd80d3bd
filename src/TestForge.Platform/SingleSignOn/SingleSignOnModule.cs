using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.SingleSignOn;

public static class SingleSignOnModule
{
    public static IServiceCollection AddSingleSignOn(this IServiceCollection services)
    {
        services.AddSingleton<IDomainRecords, DnsDomainRecords>();
        services.AddSingleton<ProviderHttp>();
        services.AddSingleton<ProviderDescriptions>();
        services.AddSingleton<IdentityTokens>();
        services.AddSingleton<ExternalSignIn>();
        return services;
    }

    public static void MapSingleSignOn(this IEndpointRouteBuilder api)
    {
        var providers = api.MapGroup("/identity-providers").WithTags("Single sign-on");
        CreateProvider.Map(providers);
        ListProviders.Map(providers);
        UpdateProvider.Map(providers);
        DeleteProvider.Map(providers);

        var domains = api.MapGroup("/domains").WithTags("Single sign-on");
        AddDomain.Map(domains);
        ListDomains.Map(domains);
        VerifyDomain.Map(domains);
        UpdateDomain.Map(domains);
        RemoveDomain.Map(domains);
    }

    /// <summary>Pages for people, outside of the API.</summary>
    public static void MapSingleSignOnPages(this IEndpointRouteBuilder routes) => ExternalSignInPage.Map(routes.MapGroup("/account").ExcludeFromDescription());
}
