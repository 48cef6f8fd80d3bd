using TestForge.Pipeline;
using TestForge.Platform.Personal;
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

    [PersonalData(PersonalKind.Observed, "to say why an attempt failed")]
    public string? Message { get; init; }

    /// <summary>Names of the run's artifacts that show it; null when there are none.</summary>
    [NotPersonal("names of files")]
    public List<string>? Evidence { get; init; }
}
