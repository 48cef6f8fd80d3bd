using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Server.Health;

/// <summary>Tells whoever watches whether the process is alive and whether it can do its work. Nobody has to sign in for it, so it says no more than that.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Ok(new HealthResponse("live")));
        health.MapGet("/ready", ReadyAsync);
        health.MapGet("/startup", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(Schema schema, WorkHealth work, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return NotReady("stopping");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await schema.CheckAsync(limit.Token);
            return TypedResults.Ok(new HealthResponse("ready", TroubleOf(work)));
        }
        catch (DatabaseException e)
        {
            return NotReady(e.Code);
        }
        catch (DbException)
        {
            return NotReady("database");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NotReady("database");
        }
    }

    private static Dictionary<string, HealthResponse.Trouble>? TroubleOf(WorkHealth work) =>
        work.Counts is { Count: > 0 } counts ? counts.ToDictionary(c => c.Key, c => new HealthResponse.Trouble(c.Value.Failures, c.Value.Restarts), StringComparer.Ordinal) : null;

    private static JsonHttpResult<HealthResponse> NotReady(string why) => TypedResults.Json(new HealthResponse(why), statusCode: StatusCodes.Status503ServiceUnavailable);
}
