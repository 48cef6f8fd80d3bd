using System.Linq.Expressions;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

/// <summary>A member's role in a project.</summary>
internal sealed record ProjectMemberResponse(Guid UserId, string Email, string Name, Role Role, DateTimeOffset CreatedAt)
{
    public static Expression<Func<ProjectMembership, ProjectMemberResponse>> Selector(PlatformDb db) => m => new(
        m.UserId,
        db.Users.Where(u => u.Id == m.UserId).Select(u => u.Email).First(),
        db.Users.Where(u => u.Id == m.UserId).Select(u => u.Name).First(),
        m.Role,
        m.CreatedAt);
}
