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
using TestForge.Platform.Runs;

namespace TestForge.Platform.Baselines;

internal static class ReviewLook
{
    public sealed record Request
    {
        /// <summary>Why, in words.</summary>
        [StringLength(DifferingLook.ReasonLength)]
        public string? Reason { get; init; }
    }

    public static void Map(IEndpointRouteBuilder project)
    {
        Map(project, "approve", "ApproveLook", LookReview.Approved, "Say that the application is right as it looks: the look becomes the baseline of its environment");
        Map(project, "reject", "RejectLook", LookReview.Rejected, "Say that a look is a fault: the baseline stays");
    }

    private static void Map(IEndpointRouteBuilder project, string word, string name, LookReview review, string summary) => project
        .MapPost($"/looks/{{lookId:guid}}/{word}", (Guid projectId, Guid lookId, Request request, PlatformDb db, IBaselineFiles files, TimeProvider clock, HttpContext http, CancellationToken cancellationToken) =>
            HandleAsync(projectId, lookId, review, request, db, files, clock, http, cancellationToken))
        .WithName(name)
        .WithSummary(summary)
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<Results<Ok<LookResponse>, ApiProblem>> HandleAsync(
        Guid projectId,
        Guid lookId,
        LookReview review,
        Request request,
        PlatformDb db,
        IBaselineFiles files,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (!await ProjectLock.TakeAsync(db, projectId, cancellationToken) || await db.DifferingLooks.SingleOrDefaultAsync(l => l.Id == lookId && l.ProjectId == projectId, cancellationToken) is not { } look)
        {
            return LookErrors.NotFound(lookId);
        }

        if (await db.DifferingLooks.AnyAsync(l => l.EnvironmentId == look.EnvironmentId && l.Name == look.Name && l.Platform == look.Platform && l.Id > lookId, cancellationToken))
        {
            return LookErrors.Outdated();
        }

        var now = clock.GetUtcNow();
        if (review == LookReview.Approved && await TakeAsync(db, files, look, now, cancellationToken) is { } problem)
        {
            return problem;
        }

        (look.Review, look.ReviewedBy, look.ReviewedAt, look.Reason) = (review, Caller.ActorOf(http).Id, now, request.Reason);
        look.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(LookResponse.Of(look));
    }

    // The file first: what is said in the database is true, and a second approval writes the same file again.
    private static async Task<ApiProblem?> TakeAsync(PlatformDb db, IBaselineFiles files, DifferingLook look, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await files.TakeAsync(look.TenantId, look.EnvironmentId, look.RunId, new(look.Name, look.Platform, new(ArtifactKinds.ActualPicture, look.Sha256, look.Length)), cancellationToken);
        }
        catch (StageException)
        {
            return RunErrors.ArtifactGone();
        }

        if (await db.ProjectBaselines.SingleOrDefaultAsync(b => b.EnvironmentId == look.EnvironmentId && b.Name == look.Name && b.Platform == look.Platform, cancellationToken) is { } baseline)
        {
            (baseline.Sha256, baseline.Length, baseline.ChangedAt, baseline.RunId) = (look.Sha256, look.Length, now, look.RunId);
        }

        return null;
    }
}
