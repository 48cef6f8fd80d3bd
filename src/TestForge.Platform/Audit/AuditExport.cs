using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>Writes the log batch by batch, so that neither a transaction nor memory grows with it.</summary>
internal sealed class AuditExport(AuditQuery query, TenantId tenant, TenantWork work) : IResult, IStatusCodeHttpResult, IContentTypeHttpResult
{
    public const string ContentType = "application/x-ndjson";

    private const int Batch = 500;

    public int? StatusCode => StatusCodes.Status200OK;

    string? IContentTypeHttpResult.ContentType => ContentType;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var stop = httpContext.RequestAborted;
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"audit.ndjson\"";
        var after = 0L;
        while (true)
        {
            var lines = await work.ReadAsync(tenant, db => query.Of(db.AuditEntries.AsNoTracking()).Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(Batch).Select(AuditResponse.FromRow).ToArrayAsync(stop), stop);
            foreach (var line in lines)
            {
                await JsonSerializer.SerializeAsync(httpContext.Response.Body, line, options, stop);
                await httpContext.Response.Body.WriteAsync("\n"u8.ToArray(), stop);
            }

            if (lines.Length < Batch)
            {
                return;
            }

            after = lines[^1].Sequence;
        }
    }
}
