using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Audit;

internal static class ListAudit
{
    public static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("", HandleAsync)
        .WithName(nameof(ListAudit))
        .WithSummary("Search the audit log, newest first")
        .RequireAuthorization(Scopes.AuditRead);

    private static Task<Results<Ok<Page<AuditResponse>>, ApiProblem>> HandleAsync([AsParameters] AuditQuery query, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(query.Of(db.AuditEntries.AsNoTracking()), AuditResponse.FromRow, http, cancellationToken);
}
