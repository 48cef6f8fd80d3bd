using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Runs;

internal static class CreateArtifactLink
{
    private const int MostMinutes = 7 * 24 * 60;

    public sealed record Request
    {
        /// <summary>How long it works, 1 to 10 080 minutes.</summary>
        [Range(1, MostMinutes)]
        public int Minutes { get; init; } = 60;
    }

    /// <param name="Url">Whoever has it may download the artifact, without a key.</param>
    public sealed record Response(string Url, DateTimeOffset ExpiresAt);

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapPost("/{runId:guid}/artifacts/{artifactId:guid}/link", HandleAsync)
        .WithName(nameof(CreateArtifactLink))
        .WithSummary("Make a signed link to an artifact, for a person or program without a key. It ends by itself and cannot be taken back before.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid runId, Guid artifactId, Request request, PlatformDb db, SecretBox box, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await db.RunArtifacts.AnyAsync(a => a.Id == artifactId && a.RunId == runId, cancellationToken))
        {
            return RunErrors.ArtifactNotFound(artifactId);
        }

        var link = new ArtifactLink(db.CurrentTenant, artifactId, DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().AddMinutes(request.Minutes).ToUnixTimeSeconds()));
        var signature = await box.SignAsync(db, ArtifactLink.SecretPurpose, link.Content(), cancellationToken);
        return TypedResults.Ok(new Response($"{OpenArtifactLink.Path}{link.Write(signature)}", link.Expires));
    }
}
