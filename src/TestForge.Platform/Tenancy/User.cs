using TestForge.Platform.Personal;

namespace TestForge.Platform.Tenancy;

/// <summary>A person. Seen by the tenants that the person is a member of.</summary>
internal sealed class User
{
    public const int NameLength = 100;
    public const int EmailLength = 254;

    public required Guid Id { get; init; }

    [PersonalData(PersonalKind.Contact, "to sign in, and to be told things")]
    public required string Email { get; set; }

    [PersonalData(PersonalKind.Contact, "to be shown to other members")]
    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<Membership> Memberships { get; init; } = [];
}
