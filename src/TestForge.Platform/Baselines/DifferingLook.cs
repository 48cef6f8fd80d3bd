using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Baselines;

/// <summary>A part of a page that did not look as in its baseline in a run, and what a person said of it.</summary>
[Audited]
internal sealed class DifferingLook : ITenantOwned
{
    public const int ReasonLength = 1_000;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid EnvironmentId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>The case that compared them, by its id in plans.</summary>
    [NotPersonal("the key of a case")]
    public required string CaseKey { get; init; }

    /// <summary>The name of the baseline.</summary>
    [NotPersonal("the name of a picture")]
    public required string Name { get; init; }

    /// <summary>Browser and system, such as <c>chromium-linux</c>.</summary>
    [NotPersonal("a browser and a system")]
    public required string Platform { get; init; }

    /// <summary>What differed, in words.</summary>
    [PersonalData(PersonalKind.Observed, "what differs on a page")]
    public required string Said { get; init; }

    /// <summary>SHA-256 of how it looked, an artifact of the run.</summary>
    [NotPersonal("a hash")]
    public required string Sha256 { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256 of how it was to look, an artifact of the run.</summary>
    [NotPersonal("a hash")]
    public required string ExpectedSha256 { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public LookReview Review { get; set; }

    public Guid? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    [PersonalData(PersonalKind.FreeText, "why somebody decided as they did")]
    public string? Reason { get; set; }

    public int Version { get; set; } = 1;
}
