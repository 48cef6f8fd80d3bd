using TestForge.Pipeline;
using TestForge.Platform.Audit;
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
    public required string Target { get; init; }

    public required RunStatus Status { get; set; }

    public required RunSettings Settings { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? CancelAskedAt { get; set; }

    /// <summary>The last event's number.</summary>
    public long LastEvent { get; set; }

    public RunSummary? Summary { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public bool IsFinished => Status is not (RunStatus.Queued or RunStatus.Running);
}
