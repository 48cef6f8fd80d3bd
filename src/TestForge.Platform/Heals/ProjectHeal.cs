using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Heals;

/// <summary>A heal of a project, the same from run to run, and what people said of it.</summary>
[Audited]
internal sealed class ProjectHeal : ITenantOwned
{
    public const int NoteLength = 1_000;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>The heal's id in reports, by <see cref="RememberedHeal.IdOf"/>.</summary>
    [NotPersonal("a hash")]
    public required string Key { get; init; }

    [PersonalData(PersonalKind.Observed, "which element was found again")]
    public required string Element { get; init; }

    /// <summary>Path of the element's page, relative to the target's origin.</summary>
    [PersonalData(PersonalKind.Observed, "where the element is")]
    public required string Page { get; init; }

    public HealReview Review { get; set; }

    /// <summary>Who approved or rejected it: the caller as the audit log knows it.</summary>
    public Guid? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    [PersonalData(PersonalKind.FreeText, "why somebody decided as they did")]
    public string? Note { get; set; }

    /// <summary>When its patch was last taken.</summary>
    public DateTimeOffset? AppliedAt { get; set; }

    public bool Proved { get; set; }

    /// <summary>The last run that made it.</summary>
    public required Guid LastRunId { get; set; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>All that is known of it but what people said, as JSON of <see cref="RememberedHeal"/>.</summary>
    [PersonalData(PersonalKind.Observed, "how the element was found again")]
    public required string Memory { get; set; }

    public int Version { get; set; } = 1;
}
