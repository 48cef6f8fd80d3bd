using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Runs;

internal static class OpenArtifactLink
{
    public const string Path = "/links/";

    // Outside of the API's group: nobody says who they are here, and the signature says what they may have.
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(Path + "{token}", HandleAsync)
        .WithName(nameof(OpenArtifactLink))
        .ExcludeFromDescription()
        .DisableRequestTimeout();

    private static async Task<IResult> HandleAsync(string token, TenantWork work, SecretBox box, IRunArtifacts stores, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (ArtifactLink.Read(token) is not { } read)
        {
            return RunErrors.NoSuchLink();
        }

        var artifact = await work.ReadAsync(
            read.Link.Tenant,
            async db => await box.VerifyAsync(db, ArtifactLink.SecretPurpose, read.Link.Content(), read.Signature, cancellationToken)
                ? await db.RunArtifacts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == read.Link.Artifact, cancellationToken)
                : null,
            cancellationToken);

        // The same answer for what was never signed, what is gone, and what is another's.
        return artifact is null || read.Link.Expires <= clock.GetUtcNow() ? RunErrors.NoSuchLink() : await ArtifactContent.OfAsync(artifact, stores, http, cancellationToken);
    }
}
