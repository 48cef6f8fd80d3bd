using TestForge.Pipeline;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>A case of a run's plan, and its verdict.</summary>
internal sealed class RunCase : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>The case's id in the plan, the same from run to run.</summary>
    [PersonalData(PersonalKind.Observed, "to know a case again")]
    public required string Key { get; init; }

    [PersonalData(PersonalKind.Observed, "to say what a case does")]
    public required string Title { get; init; }

    [PersonalData(PersonalKind.Observed, "to group cases")]
    public required string Feature { get; init; }

    [NotPersonal("a word of ours")]
    public required string Technique { get; init; }

    public required double Risk { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The class of its failure; null when it did not fail.</summary>
    public FailureClass? FailureClass { get; init; }
}
