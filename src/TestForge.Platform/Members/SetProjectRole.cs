using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal static class SetProjectRole
{
    public sealed record Request(Role Role);

    public static void Map(IEndpointRouteBuilder members) => members
        .MapPut("/{userId:guid}", HandleAsync)
        .WithName(nameof(SetProjectRole))
        .WithSummary("Give a member a role in one project, in place of the role in the tenant")
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<ProjectMemberResponse>, ApiProblem>> HandleAsync(
        Guid projectId,
        Guid userId,
        Request request,
        PlatformDb db,
        TenantContext tenant,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (!await db.Projects.AnyAsync(p => p.Id == projectId, cancellationToken))
        {
            return ProjectErrors.NotFound(projectId);
        }

        if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.UserId == userId, cancellationToken) is not { } member)
        {
            return MemberErrors.NotFound(userId);
        }

        if (member.Role is Role.Owner or Role.Admin || request.Role is Role.Owner or Role.Admin)
        {
            return MemberErrors.NoProjectRole(member.Role is Role.Owner or Role.Admin ? member.Role : request.Role);
        }

        if (ChangeRole.WhyNot(http, request.Role) is { } more)
        {
            return more;
        }

        var own = await db.ProjectMemberships.SingleOrDefaultAsync(m => m.ProjectId == projectId && m.UserId == userId, cancellationToken);
        if (own is null)
        {
            var now = clock.GetUtcNow();
            own = new() { Id = Guid.CreateVersion7(now), TenantId = tenant.Current, ProjectId = projectId, UserId = userId, Role = request.Role, CreatedAt = now };
            db.Add(own);
        }

        own.Role = request.Role;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await db.ProjectMemberships.AsNoTracking().Where(m => m.Id == own.Id).Select(ProjectMemberResponse.Selector(db)).SingleAsync(cancellationToken));
    }
}
