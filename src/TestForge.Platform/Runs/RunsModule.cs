using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Runs;

public static class RunsModule
{
    /// <summary>Adds runs. The host brings an <see cref="IRunExecutor"/> and <see cref="IRunArtifacts"/>.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddOptions<RunOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RunSignals>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<RunProcess>();
        services.AddHostedService<RunWorker>();
        services.AddHostedService<RunWatch>();
        return services;
    }

    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        var project = api.MapGroup("/projects/{projectId:guid}/runs").WithTags("Runs");
        StartRun.Map(project);
        ListRuns.Map(project);

        var runs = api.MapGroup("/runs").WithTags("Runs");
        GetRun.Map(runs);
        CancelRun.Map(runs);
        FollowRun.Map(runs);
        ListCases.Map(runs);
        ListArtifacts.Map(runs);
        DownloadArtifact.Map(runs);
        GetReport.Map(runs);
    }
}
