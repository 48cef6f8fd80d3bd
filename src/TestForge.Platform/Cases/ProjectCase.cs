using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Cases;

/// <summary>A case of a project, the same from run to run, and what people have said of it.</summary>
[Audited]
internal sealed class ProjectCase : ITenantOwned
{
    public const int TitleLength = 300;
    public const int TagLength = 50;
    public const int ReasonLength = 1_000;
    public const int OwnerLength = 200;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>The case's id in plans.</summary>
    [PersonalData(PersonalKind.Observed, "to know a case again")]
    public required string Key { get; init; }

    /// <summary>What the last plan calls it.</summary>
    [PersonalData(PersonalKind.Observed, "what a case does")]
    public required string PlanTitle { get; set; }

    /// <summary>What people call it: their own title, or that of the plan.</summary>
    [PersonalData(PersonalKind.FreeText, "what a case does")]
    public required string Title { get; set; }

    [PersonalData(PersonalKind.Observed, "what a case is about")]
    public required string Feature { get; set; }

    [NotPersonal("how a case was designed")]
    public required string Technique { get; set; }

    public required double Risk { get; set; }

    public CasePriority Priority { get; set; } = CasePriority.Normal;

    [PersonalData(PersonalKind.FreeText, "to sort cases")]
    public required List<string> Tags { get; set; }

    /// <summary>Whether runs execute it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The day after which its quarantine has ended; null when it is in none.</summary>
    [NotPersonal("a day")]
    public DateOnly? QuarantineExpires { get; set; }

    [PersonalData(PersonalKind.FreeText, "why a case is quarantined")]
    public string? QuarantineReason { get; set; }

    [PersonalData(PersonalKind.FreeText, "who looks after a quarantined case")]
    public string? QuarantineOwner { get; set; }

    /// <summary>What was said of it when it last was in a plan.</summary>
    public required Verdict LastVerdict { get; set; }

    public required Guid LastRunId { get; set; }

    public required DateTimeOffset LastRunAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Runs in which it was executed.</summary>
    public int Executed { get; set; }

    /// <summary>Those of them in which it failed, in quarantine or not.</summary>
    public int Failed { get; set; }

    /// <summary>Those of them in which it passed on a later try only.</summary>
    public int Flaky { get; set; }

    /// <summary>Counts what people change; what runs tell is no change.</summary>
    public int Version { get; set; } = 1;
}
