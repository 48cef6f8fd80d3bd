using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class GetRunHeal
{
    /// <param name="Heal">The heal in short.</param>
    /// <param name="Proof">All that it rests on: both locators, candidates with their scores, cases, looks.</param>
    public sealed record Response(RunHealResponse Heal, HealRecord Proof);

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/heals/{runHealId:guid}", HandleAsync)
        .WithName(nameof(GetRunHeal))
        .WithSummary("Read a heal of a run with its proof")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid runId, Guid runHealId, PlatformDb db, CancellationToken cancellationToken) =>
        await db.RunHeals.AsNoTracking().SingleOrDefaultAsync(h => h.Id == runHealId && h.RunId == runId, cancellationToken) is { } heal
            ? TypedResults.Ok(new Response(RunHealResponse.Of(heal), heal.Proof))
            : RunErrors.HealNotFound(runHealId);
}
