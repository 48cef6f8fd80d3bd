namespace TestForge.Pipeline;

/// <summary>The generated projects, the Gherkin files, and the plan with the patches applied.</summary>
/// <param name="Projects">One <see cref="ArtifactKinds.ScriptProject"/> for each language asked for.</param>
/// <param name="Features">Gherkin documents by file name.</param>
/// <param name="Plan">The plan, its locators patched.</param>
/// <param name="Purpose">What the scripts are for.</param>
/// <param name="Unpatched">The projects without the patches, where they are to be compared.</param>
public sealed record ScriptOutput(
    IReadOnlyList<ScriptedProject> Projects,
    IReadOnlyDictionary<string, ArtifactRef> Features,
    ArtifactRef Plan,
    ScriptPurpose Purpose = ScriptPurpose.Keep,
    IReadOnlyList<ScriptedProject>? Unpatched = null)
{
    public ArtifactRef? Find(ScriptLanguage language) =>
        Projects.FirstOrDefault(p => p.Language == language)?.Project;
}
