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

internal static class RemoveProjectRole
{
    public static void Map(IEndpointRouteBuilder members) => members
        .MapDelete("/{userId:guid}", HandleAsync)
        .WithName(nameof(RemoveProjectRole))
        .WithSummary("Take a member's role in a project away; the role in the tenant counts there again")
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid projectId, Guid userId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ProjectMemberships.SingleOrDefaultAsync(m => m.ProjectId == projectId && m.UserId == userId, cancellationToken) is not { } own)
        {
            return MemberErrors.NotFound(userId);
        }

        // The role that comes back has to be one the caller could give.
        var back = await db.Memberships.Where(m => m.UserId == userId).Select(m => (Role?)m.Role).SingleOrDefaultAsync(cancellationToken) ?? Role.Viewer;
        if (ChangeRole.WhyNot(http, back) is { } more)
        {
            return more;
        }

        db.Remove(own);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
