using System.Text.Json.Serialization;

namespace TestForge.Pipeline;

/// <summary>Cases to run, in order.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Plan">The plan they are of.</param>
/// <param name="CaseIds">The cases.</param>
/// <param name="Patches">Locators to use instead of the plan's.</param>
/// <param name="Session">How cases start signed in.</param>
/// <param name="Backend">What runs them.</param>
/// <param name="Scripts">The TypeScript project, needed by the <c>playwright</c> backend.</param>
/// <param name="FailuresLeft">How many cases may fail before the rest is left; 0 leaves all, null none.</param>
/// <param name="Healing">What a backend that can may heal while a case runs; null for nothing.</param>
/// <param name="Quarantine">Cases whose failures do not count; null for none.</param>
/// <param name="Trial">Whether it is only to see what would become of them: nobody is told, and no verdict rests on it.</param>
public sealed record ExecuteInput(
    Guid RunId,
    ArtifactRef Plan,
    IReadOnlyList<string> CaseIds,
    IReadOnlyList<LocatorPatch> Patches,
    SessionSource Session,
    string Backend,
    ArtifactRef? Scripts,
    int? FailuresLeft = null,
    HealPolicy? Healing = null,
    IReadOnlyList<QuarantinedCase>? Quarantine = null,
    bool Trial = false)
{
    [JsonIgnore]
    public IReadOnlyDictionary<string, Quarantine> QuarantineById => (Quarantine ?? []).ToDictionary(q => q.CaseId, q => q.Quarantine, StringComparer.Ordinal);
}
