using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>A tenant's own OpenID provider, by which its members sign in.</summary>
[Audited]
internal sealed class IdentityProvider : ITenantOwned
{
    public const int NameLength = 100;
    public const int UrlLength = 500;
    public const int MostGroups = 200;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    [PersonalData(PersonalKind.FreeText, "to tell identity providers apart")]
    public required string Name { get; set; }

    /// <summary>The issuer, exactly as the provider writes it in tokens.</summary>
    [NotPersonal("the address of an identity provider")]
    public required string Issuer { get; set; }

    [NotPersonal("the name of a program")]
    public required string ClientId { get; set; }

    /// <summary>Sealed.</summary>
    [Masked]
    [NotPersonal("a secret, encrypted")]
    public required byte[] ClientSecret { get; set; }

    /// <summary>The claim of the identity token that lists groups.</summary>
    [NotPersonal("the name of a claim")]
    public required string GroupsClaim { get; set; }

    /// <summary>The role that a group gives. Of several, the one that may most.</summary>
    [PersonalData(PersonalKind.FreeText, "names of groups and the roles they give")]
    public required Dictionary<string, Role> GroupRoles { get; set; }

    /// <summary>The role of whoever is in none of those groups; null: they are not let in.</summary>
    public Role? DefaultRole { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; } = 1;
}
