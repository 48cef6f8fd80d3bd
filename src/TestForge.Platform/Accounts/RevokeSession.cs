using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Accounts;

internal static class RevokeSession
{
    public static void Map(IEndpointRouteBuilder me) => me
        .MapDelete("/sessions/{sessionId:guid}", HandleAsync)
        .WithName(nameof(RevokeSession))
        .WithSummary("Sign out a browser or program; its tokens end at once")
        .RequireAuthorization(Scopes.AccountWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid sessionId, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (Caller.UserOf(http.User) is not { } user || await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == user, cancellationToken) is not { } session)
        {
            return AccountErrors.SessionNotFound(sessionId);
        }

        session.RevokedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
