using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Schedules;

/// <summary>Starts runs of a project at times that a cron expression names in a time zone.</summary>
[Audited]
internal sealed class Schedule : ITenantOwned
{
    public const int NameLength = 100;
    public const int CronLength = 100;
    public const int ZoneLength = 60;
    public const int ProblemLength = 500;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid EnvironmentId { get; set; }

    [PersonalData(PersonalKind.FreeText, "to tell schedules apart")]
    public required string Name { get; set; }

    /// <summary>Five fields: minute, hour, day of month, month, day of week.</summary>
    [NotPersonal("times")]
    public required string Cron { get; set; }

    /// <summary>An IANA name, such as <c>Europe/Berlin</c>.</summary>
    [NotPersonal("the name of a time zone")]
    public required string TimeZone { get; set; }

    public bool Paused { get; set; }

    /// <summary>What its runs are to do.</summary>
    [NotPersonal("how to run")]
    public required RunSettings Settings { get; set; }

    /// <summary>The next time; null while it is paused, or when there is none any more.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>When it last came due.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>The last run that it started.</summary>
    public Guid? LastRunId { get; set; }

    /// <summary>Why it started none when it last came due; null when it did.</summary>
    [NotPersonal("a message of ours")]
    public string? LastProblem { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; } = 1;
}
