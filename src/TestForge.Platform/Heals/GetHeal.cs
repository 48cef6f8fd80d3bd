using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Heals;

internal static class GetHeal
{
    /// <param name="Heal">The heal in short.</param>
    /// <param name="Proof">All that it rests on: both locators, candidates with their scores, the cases that use the element, the runs that made it.</param>
    public sealed record Response(HealResponse Heal, RememberedHeal Proof);

    public static void Map(IEndpointRouteBuilder heals) => heals
        .MapGet("/{healId:guid}", HandleAsync)
        .WithName(nameof(GetHeal))
        .WithSummary("Read a heal of a project with its proof")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid projectId, Guid healId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var heal = await db.ProjectHeals.AsNoTracking().SingleOrDefaultAsync(h => h.Id == healId && h.ProjectId == projectId, cancellationToken);
        if (heal is null)
        {
            return HealErrors.NotFound(healId);
        }

        ETags.Set(http, heal.Version);
        return TypedResults.Ok(new Response(HealResponse.Of(heal), ProjectHeals.MemoryOf(heal)));
    }
}
