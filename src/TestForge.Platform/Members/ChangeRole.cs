using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal static class ChangeRole
{
    public sealed record Request(Role Role);

    public static void Map(IEndpointRouteBuilder members) => members
        .MapPut("/{memberId:guid}", HandleAsync)
        .WithName(nameof(ChangeRole))
        .WithSummary("Change a member's role. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<MemberResponse>, ApiProblem>> HandleAsync(Guid memberId, Request request, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == memberId, cancellationToken) is not { } member)
        {
            return MemberErrors.NotFound(memberId);
        }

        if (ETags.WhyNot(http, member.Version) is { } stale)
        {
            return stale;
        }

        if ((WhyNot(http, member.Role) ?? WhyNot(http, request.Role)) is { } more)
        {
            return more;
        }

        if (request.Role != Role.Owner && await Owners.IsLastAsync(db, member, cancellationToken))
        {
            return MemberErrors.LastOwner();
        }

        member.Role = request.Role;
        member.Version++;
        if (request.Role is Role.Owner or Role.Admin)
        {
            db.RemoveRange(await db.ProjectMemberships.Where(m => m.UserId == member.UserId).ToListAsync(cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, member.Version);
        return TypedResults.Ok((await GetMember.ReadAsync(db, memberId, cancellationToken))!);
    }

    /// <summary>Why the caller must neither give nor take a role, or null.</summary>
    public static ApiProblem? WhyNot(HttpContext http, Role role) =>
        RoleScopes.MayGive(Caller.RoleOf(http.User), Caller.ScopesOf(http.User), role) ? null : AccessErrors.MoreThanOwn($"the role {role.ToString().ToLowerInvariant()}");
}
