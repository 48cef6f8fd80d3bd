using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>An attempt at a case. There are very many: on PostgreSQL they lie in one partition for each month of their id's time.</summary>
internal sealed class RunAttempt : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    public required Guid CaseId { get; init; }

    public required int Number { get; init; }

    public required bool Passed { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required long Milliseconds { get; init; }

    public FailureClass? FailureClass { get; init; }

    public string? Message { get; init; }
}
