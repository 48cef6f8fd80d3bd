using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Heals;

internal static class ApplyHeal
{
    /// <param name="Heal">The heal, which counts as applied from now on.</param>
    /// <param name="RunId">The run whose scripts the patch is for.</param>
    /// <param name="Patch">The patch.</param>
    public sealed record Response(HealResponse Heal, Guid RunId, HealPatch Patch);

    public static void Map(IEndpointRouteBuilder heals) => heals
        .MapPost("/{healId:guid}/apply", HandleAsync)
        .WithName(nameof(ApplyHeal))
        .WithSummary("Make the patch that writes an approved heal into the generated scripts: new locators and nothing else")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid projectId, Guid healId, PlatformDb db, IHealPatches patches, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ProjectHeals.SingleOrDefaultAsync(h => h.Id == healId && h.ProjectId == projectId, cancellationToken) is not { } heal)
        {
            return HealErrors.NotFound(healId);
        }

        if (heal.Review != HealReview.Approved)
        {
            return HealErrors.NotApproved(heal.Review);
        }

        if (await patches.OfAsync(heal.TenantId, heal.LastRunId, ProjectHeals.MemoryOf(heal), cancellationToken) is not { } patch)
        {
            return HealErrors.NoProject();
        }

        // Taken only now: the patch takes a while, and runs that end must not wait for it.
        await ProjectLock.TakeAsync(db, projectId, cancellationToken);
        await db.Entry(heal).ReloadAsync(cancellationToken);
        heal.AppliedAt = clock.GetUtcNow();
        heal.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, heal.Version);
        return TypedResults.Ok(new Response(HealResponse.Of(heal), heal.LastRunId, patch));
    }
}
