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
        services.AddSingleton<RunQueue>();
        services.AddSingleton<IRunPreparer, EnvironmentPreparer>();
        services.AddHostedService<RunWorker>();
        services.AddHostedService<RunWatch>();
        services.AddHostedService<RunFolderWorker>();
        services.AddHostedService<EnvironmentFolderWorker>();
        return services;
    }

    /// <summary>What needs no key because its address is signed.</summary>
    public static void MapLinks(this IEndpointRouteBuilder routes) => OpenArtifactLink.Map(routes);

    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        var project = api.MapGroup("/projects/{projectId:guid}/runs").WithTags("Runs");
        StartRun.Map(project);
        ListRuns.Map(project);

        var runs = api.MapGroup("/runs").WithTags("Runs");
        GetRun.Map(runs);
        CancelRun.Map(runs);
        RetryRun.Map(runs);
        FollowRun.Map(runs);
        ListCases.Map(runs);
        GetCase.Map(runs);
        ListPages.Map(runs);
        GetSiteMap.Map(runs);
        GetPlan.Map(runs);
        ListRunHeals.Map(runs);
        GetRunHeal.Map(runs);
        ListArtifacts.Map(runs);
        DownloadArtifact.Map(runs);
        CreateArtifactLink.Map(runs);
        GetReport.Map(runs);
    }
}
