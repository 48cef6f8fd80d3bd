using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

[Audited]
internal sealed class Run : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid EnvironmentId { get; init; }

    /// <summary>The address as it was when the run was started.</summary>
    [NotPersonal("the address of an application")]
    public required string Target { get; init; }

    public required RunStatus Status { get; set; }

    [NotPersonal("limits and paths of a run")]
    public required RunSettings Settings { get; init; }

    /// <summary>The run whose failed cases it runs again; null when it explores and designs itself.</summary>
    public Guid? RetryOf { get; init; }

    /// <summary>The schedule that started it; null when a caller did.</summary>
    public Guid? ScheduleId { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? CancelAskedAt { get; set; }

    /// <summary>The last event's number.</summary>
    public long LastEvent { get; set; }

    /// <summary>When its events were removed, because they were older than they are kept; null while they are there.</summary>
    public DateTimeOffset? EventsRemovedAt { get; set; }

    [NotPersonal("figures")]
    public RunSummary? Summary { get; set; }

    [NotPersonal("a word of ours")]
    public string? ErrorCode { get; set; }

    [PersonalData(PersonalKind.Observed, "to say why a run broke")]
    public string? ErrorMessage { get; set; }

    public bool IsFinished => Status is not (RunStatus.Queued or RunStatus.Running);
}
