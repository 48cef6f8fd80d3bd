using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Cases;

public static class CasesModule
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<IRunPreparer, ProjectCases>();
        services.AddSingleton<IRunFinisher, ProjectCases>();
        return services;
    }

    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/projects/{projectId:guid}/cases").WithTags("Cases");
        ListProjectCases.Map(cases);
        GetProjectCase.Map(cases);
        UpdateProjectCase.Map(cases);
        QuarantineCase.Map(cases);
        ReleaseCase.Map(cases);
        ListCaseHistory.Map(cases);
    }
}
