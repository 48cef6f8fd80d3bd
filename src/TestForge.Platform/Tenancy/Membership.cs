using TestForge.Platform.Audit;

namespace TestForge.Platform.Tenancy;

[Audited]
internal sealed class Membership : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid UserId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; } = 1;
}
