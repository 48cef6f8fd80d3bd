using System.Text.Json;

namespace TestForge.Bench.Load;

internal sealed class BareRun
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public Guid ProjectId { get; init; }

    public Guid EnvironmentId { get; init; }

    public required string Target { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? CancelAskedAt { get; init; }

    public JsonDocument? Summary { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }
}
