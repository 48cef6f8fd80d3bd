namespace TestForge.Engine.Regeneration;

/// <summary>What became of a project's files when it was generated again.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Files">One entry a file, ordered by path.</param>
public sealed record ProjectChanges(string Folder, IReadOnlyList<FileChange> Files)
{
    public int Count(FileFate fate) => Files.Count(f => f.Fate == fate);

    /// <summary>Adds what a later generation in the same run did, such as writing a heal into the scripts.</summary>
    public ProjectChanges Then(ProjectChanges later)
    {
        var all = Files.Concat(later.Files).GroupBy(f => f.File, StringComparer.Ordinal);
        return later with { Files = [.. all.Select(g => g.MaxBy(f => f.Fate)!).OrderBy(f => f.File, StringComparer.Ordinal)] };
    }
}
