using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

internal static class FollowRun
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/events", HandleAsync)
        .WithName(nameof(FollowRun))
        .WithSummary("Follow a run's events, from the first or from after Last-Event-ID, until it has ended")
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .DisableRequestTimeout();

    private static async Task<Results<EventStream, ApiProblem>> HandleAsync(
        Guid runId,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        PlatformDb db,
        TenantContext tenant,
        EventStreams streams,
        CancellationToken cancellationToken)
    {
        var after = 0L;
        if (lastEventId is { Length: > 0 } && !long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return RunErrors.BadEventId();
        }

        if (!await db.Runs.AnyAsync(r => r.Id == runId, cancellationToken))
        {
            return RunErrors.NotFound(runId);
        }

        return streams.TryOpen(tenant.Current, runId, after) is { } stream ? stream : RunErrors.TooManyStreams();
    }
}
