using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>A line of the audit log: who changed what, when and from where. Lines are added and never changed, and each holds the hash of the one before.</summary>
internal sealed record AuditEntry : ITenantOwned
{
    public const int ActionLength = 100;
    public const int SubjectLength = 60;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>Counts the lines of a tenant from 1 without a gap.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The use case, such as <c>CreateProject</c>: the operation's name in the description of the API.</summary>
    [NotPersonal("a word of ours")]
    public required string Action { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    [PersonalData(PersonalKind.Online, "to say from where something was done; erased with the person")]
    public string? Address { get; init; }

    /// <summary>Random, so that nobody gets from the digest to the address by trying all of them. Erased together with the address.</summary>
    [NotPersonal("random; erased with the address")]
    public string? AddressSalt { get; init; }

    /// <summary>What the hash of the line holds in place of the address: SHA-256 over salt and address, in hexadecimal. Stays when the address is erased.</summary>
    [NotPersonal("a salted hash, which says nothing without its salt")]
    public string? AddressDigest { get; init; }

    [NotPersonal("a random id")]
    public string? TraceId { get; init; }

    [NotPersonal("a word of ours")]
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>JSON as it was hashed, so the database must not rewrite it.</summary>
    [PersonalData(PersonalKind.FreeText, "to say what was changed; contact data are masked in it")]
    public string? Before { get; init; }

    [PersonalData(PersonalKind.FreeText, "to say what was changed; contact data are masked in it")]
    public string? After { get; init; }

    /// <summary>Hash of the line before, in hexadecimal; zeros for the first.</summary>
    [NotPersonal("a hash")]
    public required string PreviousHash { get; init; }

    [NotPersonal("a hash")]
    public required string Hash { get; init; }
}
