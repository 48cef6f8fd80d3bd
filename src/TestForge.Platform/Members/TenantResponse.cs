using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

/// <summary>The caller's own tenant.</summary>
internal sealed record TenantResponse(Guid Id, string Name, string? ShortName, IReadOnlyList<string> AllowedNetworks, DateTimeOffset CreatedAt, int Version)
{
    public static TenantResponse Of(Tenant tenant) => new(tenant.Id.Value, tenant.Name, tenant.ShortName, tenant.AllowedNetworks, tenant.CreatedAt, tenant.Version);
}
