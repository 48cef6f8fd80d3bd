namespace TestForge.Pipeline;

/// <summary>A generated project in the store, as JSON of <see cref="ScriptProject"/>.</summary>
public sealed record ScriptedProject(ScriptLanguage Language, ArtifactRef Project);
