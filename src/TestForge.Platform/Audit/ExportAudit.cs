using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

internal static class ExportAudit
{
    public static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("/export", Handle)
        .WithName(nameof(ExportAudit))
        .WithSummary("Export the audit log, oldest first, one JSON object a line, with the hashes that bind the lines together")
        .Produces(StatusCodes.Status200OK, contentType: AuditExport.ContentType)
        .RequireAuthorization(Scopes.AuditRead)
        .DisableRequestTimeout();

    private static AuditExport Handle([AsParameters] AuditQuery query, TenantContext tenant, TenantWork work) => new(query, tenant.Current, work);
}
