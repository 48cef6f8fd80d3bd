namespace TestForge.Pipeline;

public sealed record ScriptInput(
    Guid RunId,
    ArtifactRef Plan,
    IReadOnlyList<ScriptLanguage> Languages,
    IReadOnlyList<LocatorPatch> Patches,
    ScriptPurpose Purpose = ScriptPurpose.Keep);
