using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TestForge.Egress;

namespace TestForge.Platform.Projects;

public static class ProjectsModule
{
    public static IServiceCollection AddProjects(this IServiceCollection services)
    {
        services.AddOptions<EgressOptions>();
        services.TryAddSingleton<HostResolver>(Dns.GetHostAddressesAsync);
        services.AddSingleton<TargetGate>();
        return services;
    }

    public static void MapProjects(this IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        CreateProject.Map(projects);
        GetProject.Map(projects);
        ListProjects.Map(projects);
        UpdateProject.Map(projects);
        DeleteProject.Map(projects);

        var environments = projects.MapGroup("/{projectId:guid}/environments").WithTags("Environments");
        CreateEnvironment.Map(environments);
        GetEnvironment.Map(environments);
        ListEnvironments.Map(environments);
        UpdateEnvironment.Map(environments);
        ChangeSecrets.Map(environments);
        DeleteEnvironment.Map(environments);
    }
}
