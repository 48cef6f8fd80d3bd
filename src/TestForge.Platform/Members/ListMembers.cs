using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Members;

internal static class ListMembers
{
    public static void Map(IEndpointRouteBuilder members) => members
        .MapGet("", HandleAsync)
        .WithName(nameof(ListMembers))
        .WithSummary("List the tenant's members, newest first")
        .RequireAuthorization(Scopes.MembersRead);

    private static Task<Results<Ok<Page<MemberResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.Memberships.AsNoTracking(), MemberResponse.Selector(db), http, cancellationToken);
}
