using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

/// <summary>A member's role in one project, which counts there in place of the role in the tenant.</summary>
[Audited]
internal sealed class ProjectMembership : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid UserId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
