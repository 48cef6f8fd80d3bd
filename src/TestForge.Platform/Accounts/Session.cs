using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <summary>A member's being signed in: in a browser, or by a program that the member let in. What it gave out ends with it.</summary>
[Audited]
internal sealed class Session : ITenantOwned
{
    public const int AgentLength = 200;
    public const int ClientLength = 100;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid UserId { get; init; }

    public required SessionKind Kind { get; init; }

    /// <summary>SHA-256 of the browser's token, in hexadecimal; empty for a program, which has tokens of its own.</summary>
    [Masked]
    [NotPersonal("a hash of random bytes")]
    public required string Hash { get; init; }

    /// <summary>The program's client id; null for a browser.</summary>
    [NotPersonal("the name of a program")]
    public string? ClientId { get; init; }

    [PersonalData(PersonalKind.Online, "to show a member where a session is used")]
    public string? Address { get; init; }

    [PersonalData(PersonalKind.Online, "to show a member which browser a session is of")]
    public string? Agent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
