namespace TestForge.Pipeline;

/// <summary>A complete project that runs by itself.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Files">Content by path relative to the project's folder, forward slashes, ordered by path.</param>
public sealed record ScriptProject(ScriptLanguage Language, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Baselines by path relative to the project's folder.</summary>
    public IReadOnlyDictionary<string, ArtifactRef> Pictures { get; init; } = new Dictionary<string, ArtifactRef>();
}
