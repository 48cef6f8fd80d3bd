using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>An event of a run, kept so that whoever comes late or again hears it too.</summary>
internal sealed class RecordedEvent : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>Counts from 1 in each run.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, such as <c>page-visited</c>.</summary>
    [NotPersonal("a word of ours")]
    public required string Kind { get; init; }

    /// <summary>The event as JSON.</summary>
    [PersonalData(PersonalKind.Observed, "to follow a run: pages, cases, messages")]
    public required string Data { get; init; }
}
