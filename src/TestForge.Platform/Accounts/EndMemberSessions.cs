using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Members;

namespace TestForge.Platform.Accounts;

internal static class EndMemberSessions
{
    public static void Map(IEndpointRouteBuilder members) => members
        .MapDelete("/{memberId:guid}/sessions", HandleAsync)
        .WithName(nameof(EndMemberSessions))
        .WithSummary("Sign a member out everywhere")
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid memberId, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, cancellationToken) is not { } member)
        {
            return MemberErrors.NotFound(memberId);
        }

        if (ChangeRole.WhyNot(http, member.Role) is { } more)
        {
            return more;
        }

        var now = clock.GetUtcNow();
        foreach (var session in await db.Sessions.Where(s => s.UserId == member.UserId && s.RevokedAt == null && s.ExpiresAt > now).ToListAsync(cancellationToken))
        {
            session.RevokedAt = now;
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
