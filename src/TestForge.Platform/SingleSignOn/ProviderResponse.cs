using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>A provider as it may be shown: without its secret.</summary>
internal sealed record ProviderResponse(Guid Id, string Name, string Issuer, string ClientId, string GroupsClaim, IReadOnlyDictionary<string, Role> GroupRoles, Role? DefaultRole, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static ProviderResponse Of(IdentityProvider p) => new(p.Id, p.Name, p.Issuer, p.ClientId, p.GroupsClaim, p.GroupRoles, p.DefaultRole, p.CreatedAt, p.UpdatedAt, p.Version);
}
