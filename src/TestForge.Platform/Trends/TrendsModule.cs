using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TestForge.Platform.Trends;

public static class TrendsModule
{
    public static void MapTrends(this IEndpointRouteBuilder api)
    {
        CompareRuns.Map(api.MapGroup("/runs").WithTags("Trends"));
        GetTrends.Map(api.MapGroup("/projects/{projectId:guid}").WithTags("Trends"));
    }
}
