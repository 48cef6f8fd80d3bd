namespace TestForge.Pipeline;

/// <summary>Scripts is the TypeScript project, needed by the <c>playwright</c> backend.</summary>
public sealed record ExecuteInput(
    Guid RunId,
    ArtifactRef Plan,
    IReadOnlyList<string> CaseIds,
    IReadOnlyList<LocatorPatch> Patches,
    SessionSource Session,
    string Backend,
    ArtifactRef? Scripts);
