using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Accounts;

internal static class ListSessions
{
    public static void Map(IEndpointRouteBuilder me) => me
        .MapGet("/sessions", HandleAsync)
        .WithName(nameof(ListSessions))
        .WithSummary("List where one is signed in: browsers and programs")
        .RequireAuthorization(Scopes.AccountRead)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Page<SessionResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (Caller.UserOf(http.User) is not { } user)
        {
            return AccessErrors.NoMember();
        }

        var now = clock.GetUtcNow();
        return await page.PageOfAsync(db.Sessions.AsNoTracking().Where(s => s.UserId == user && s.RevokedAt == null && s.ExpiresAt > now), SessionResponse.Selector, http, cancellationToken);
    }
}
