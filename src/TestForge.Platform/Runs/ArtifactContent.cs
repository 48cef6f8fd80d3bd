using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TestForge.Pipeline;
using TestForge.Platform.Api;

namespace TestForge.Platform.Runs;

/// <summary>Sends stored content, whole or the range that was asked for. It is of the application under test, so no browser may run it as ours.</summary>
internal static class ArtifactContent
{
    private const string NothingOfOurs = "sandbox allow-scripts; default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; media-src data: blob:";

    public static async Task<IResult> OfAsync(RunArtifact artifact, IRunArtifacts stores, HttpContext http, CancellationToken cancellationToken)
    {
        Stream content;
        try
        {
            content = await stores.StoreOf(artifact.TenantId, artifact.RunId).OpenAsync(artifact.Reference, cancellationToken);
        }
        catch (StageException e)
        {
            return e.Code == RunErrors.Damaged ? RunErrors.ArtifactDamaged() : RunErrors.ArtifactGone();
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = NothingOfOurs;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = Path.GetFileName(artifact.Name) }.ToString();
        return TypedResults.Stream(content, MediaTypeOf(artifact.Name), entityTag: new($"\"{artifact.Sha256}\""), enableRangeProcessing: true);
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" or ".sarif" => "application/json",
        ".xml" => "application/xml",
        ".pdf" => "application/pdf",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".zip" => "application/zip",
        ".md" or ".log" or ".feature" or ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
