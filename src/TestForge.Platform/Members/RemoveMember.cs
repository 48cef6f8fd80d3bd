using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Members;

internal static class RemoveMember
{
    public static void Map(IEndpointRouteBuilder members) => members
        .MapDelete("/{memberId:guid}", HandleAsync)
        .WithName(nameof(RemoveMember))
        .WithSummary("Remove a member; the member's keys, sessions and tokens end at once")
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid memberId, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == memberId, cancellationToken) is not { } member)
        {
            return MemberErrors.NotFound(memberId);
        }

        if (ChangeRole.WhyNot(http, member.Role) is { } more)
        {
            return more;
        }

        if (await Owners.IsLastAsync(db, member, cancellationToken))
        {
            return MemberErrors.LastOwner();
        }

        var now = clock.GetUtcNow();
        foreach (var key in await db.ApiKeys.Where(k => k.UserId == member.UserId && k.RevokedAt == null).ToListAsync(cancellationToken))
        {
            key.RevokedAt = now;
        }

        foreach (var session in await db.Sessions.Where(s => s.UserId == member.UserId && s.RevokedAt == null && s.ExpiresAt > now).ToListAsync(cancellationToken))
        {
            session.RevokedAt = now;
        }

        db.RemoveRange(await db.ProjectMemberships.Where(m => m.UserId == member.UserId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.LocalAccounts.Where(a => a.UserId == member.UserId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ExternalLogins.Where(l => l.UserId == member.UserId).ToListAsync(cancellationToken));
        db.Remove(member);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
