using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class GetReport
{
    private static readonly Dictionary<string, string> KindOf = new(StringComparer.Ordinal)
    {
        [ReportFormats.Html] = ArtifactKinds.ReportHtml,
        [ReportFormats.Pdf] = ArtifactKinds.ReportPdf,
        [ReportFormats.Json] = ArtifactKinds.ReportJson,
        [ReportFormats.JUnit] = ArtifactKinds.JUnit,
        [ReportFormats.Markdown] = ArtifactKinds.Markdown,
        [ReportFormats.Ctrf] = ArtifactKinds.Ctrf,
        [ReportFormats.Sarif] = ArtifactKinds.Sarif,
    };

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/report", HandleAsync)
        .WithName(nameof(GetReport))
        .WithSummary("Read a run's report: html, pdf, json, junit, markdown, ctrf or sarif")
        .RequireAuthorization(Scopes.RunsRead)
        .Produces(StatusCodes.Status200OK, contentType: "text/html")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .DisableRequestTimeout();

    private static async Task<IResult> HandleAsync(
        Guid runId,
        [Description("html, the default, or pdf, json, junit, markdown, ctrf, sarif.")] string? format,
        PlatformDb db,
        IRunArtifacts stores,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (!KindOf.TryGetValue(format ?? ReportFormats.Html, out var kind))
        {
            return ApiErrors.Invalid("format", $"Allowed are: {string.Join(", ", KindOf.Keys)}.");
        }

        if (!await db.Runs.AnyAsync(r => r.Id == runId, cancellationToken))
        {
            return RunErrors.NotFound(runId);
        }

        return await db.RunArtifacts.AsNoTracking().FirstOrDefaultAsync(a => a.RunId == runId && a.Kind == kind, cancellationToken) is { } report
            ? await ArtifactContent.OfAsync(report, stores, http, cancellationToken)
            : RunErrors.NoReport(format ?? ReportFormats.Html);
    }
}
