using System.Linq.Expressions;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal sealed record MemberResponse(Guid Id, Guid UserId, string Email, string Name, Role Role, DateTimeOffset CreatedAt, int Version)
{
    public static Expression<Func<Membership, MemberResponse>> Selector(PlatformDb db) => m => new(
        m.Id,
        m.UserId,
        db.Users.Where(u => u.Id == m.UserId).Select(u => u.Email).First(),
        db.Users.Where(u => u.Id == m.UserId).Select(u => u.Name).First(),
        m.Role,
        m.CreatedAt,
        m.Version);
}
