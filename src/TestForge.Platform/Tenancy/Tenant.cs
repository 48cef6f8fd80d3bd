using TestForge.Platform.Audit;
using TestForge.Platform.Personal;

namespace TestForge.Platform.Tenancy;

[Audited]
internal sealed class Tenant
{
    public const int NameLength = 100;
    public const int MostNetworks = 200;

    public required TenantId Id { get; init; }

    [PersonalData(PersonalKind.FreeText, "to tell tenants apart")]
    public required string Name { get; set; }

    /// <summary>What people type to say which tenant they sign in to. Null: they use the id.</summary>
    [PersonalData(PersonalKind.FreeText, "to say which tenant one signs in to")]
    public string? ShortName { get; set; }

    /// <summary>Networks in CIDR notation from which the tenant may be used. Empty: from everywhere.</summary>
    [NotPersonal("networks of an organisation")]
    public List<string> AllowedNetworks { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; } = 1;
}
