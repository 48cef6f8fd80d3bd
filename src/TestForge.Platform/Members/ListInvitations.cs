using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Members;

internal static class ListInvitations
{
    public static void Map(IEndpointRouteBuilder invitations) => invitations
        .MapGet("", HandleAsync)
        .WithName(nameof(ListInvitations))
        .WithSummary("List invitations, newest first, without their links")
        .RequireAuthorization(Scopes.MembersRead);

    private static async Task<Results<Ok<Page<InvitationResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await page.PageOfAsync(db.Invitations.AsNoTracking(), i => InvitationResponse.Of(i, now), http, cancellationToken);
    }
}
