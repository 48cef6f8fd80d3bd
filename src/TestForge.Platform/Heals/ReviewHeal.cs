using System.ComponentModel.DataAnnotations;
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

internal static class ReviewHeal
{
    public sealed record Request
    {
        /// <summary>Why, in words.</summary>
        [StringLength(ProjectHeal.NoteLength)]
        public string? Note { get; init; }
    }

    public static void Map(IEndpointRouteBuilder heals)
    {
        Map(heals, "approve", "ApproveHeal", HealReview.Approved, "Say that a heal is right: later runs of the project use the new locator without looking for it, and it may be applied");
        Map(heals, "reject", "RejectHeal", HealReview.Rejected, "Say that a heal is wrong: the element is not proposed for the old one again");
    }

    private static void Map(IEndpointRouteBuilder heals, string word, string name, HealReview review, string summary) => heals
        .MapPost($"/{{healId:guid}}/{word}", (Guid projectId, Guid healId, Request request, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken) =>
            HandleAsync(projectId, healId, review, request, db, clock, http, cancellationToken))
        .WithName(name)
        .WithSummary(summary)
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<HealResponse>, ApiProblem>> HandleAsync(
        Guid projectId,
        Guid healId,
        HealReview review,
        Request request,
        PlatformDb db,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (!await ProjectLock.TakeAsync(db, projectId, cancellationToken) || await db.ProjectHeals.SingleOrDefaultAsync(h => h.Id == healId && h.ProjectId == projectId, cancellationToken) is not { } heal)
        {
            return HealErrors.NotFound(healId);
        }

        // The same again changes nothing, so that a request that came twice is harmless.
        if (heal.Review != review || (request.Note is not null && request.Note != heal.Note))
        {
            (heal.Review, heal.ReviewedBy, heal.ReviewedAt, heal.Note) = (review, Caller.ActorOf(http).Id, clock.GetUtcNow(), request.Note);
            heal.Version++;
            await db.SaveChangesAsync(cancellationToken);
        }

        ETags.Set(http, heal.Version);
        return TypedResults.Ok(HealResponse.Of(heal));
    }
}
