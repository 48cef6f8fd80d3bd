using TestForge.Platform.Audit;

namespace TestForge.Platform.Tenancy;

[Audited]
internal sealed class Tenant
{
    public const int NameLength = 100;

    public required TenantId Id { get; init; }

    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
