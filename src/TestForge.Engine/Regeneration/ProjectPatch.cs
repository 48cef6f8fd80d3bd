using System.Text;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Regeneration;

/// <summary>What new locators change in a generated project as a person has left it, and nothing else.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Files">The files that change, ordered by path.</param>
public sealed record ProjectPatch(string Folder, ScriptLanguage Language, IReadOnlyList<PatchedFile> Files)
{
    /// <summary>Merges into the files on disk how the same plan reads with the old and with the new locators.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="unpatched">The project with the old locators.</param>
    /// <param name="patched">The project with the new ones.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ProjectPatch> OfAsync(string folder, ScriptProject unpatched, ScriptProject patched, CancellationToken cancellationToken)
    {
        var files = new List<PatchedFile>();
        foreach (var (file, now) in patched.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var path = ProjectFolder.PathOf(folder, file);
            if (unpatched.Files.TryGetValue(file, out var before) && before != now && File.Exists(path))
            {
                var found = await File.ReadAllTextAsync(path, cancellationToken);
                var merged = Merge(before, found, now);
                if (merged.Text is null || merged.Text != found)
                {
                    files.Add(new(file, found, merged.Text, merged.Conflicts));
                }
            }
        }

        return new(folder, patched.Language, files);
    }

    /// <summary>The patch as text, with paths below a prefix.</summary>
    public string Diff(string prefix) => string.Concat(Files.Where(f => f.After is not null).Select(f => UnifiedDiff.Of(prefix + f.File, f.Before, f.After!)));

    /// <summary>Writes the files that have no conflict. What was last generated counts as generated with the new locators.</summary>
    public async Task WriteAsync(ScriptProject unpatched, ScriptProject patched, CancellationToken cancellationToken)
    {
        await using var mine = ProjectFolder.Lock(Folder);
        foreach (var file in Files.Where(f => f.After is not null))
        {
            await WholeFile.WriteAsync(ProjectFolder.PathOf(Folder, file.File), Encoding.UTF8.GetBytes(file.After!), cancellationToken);
        }

        if (await GeneratedState.ReadAsync(Folder, cancellationToken) is { } state)
        {
            var conflicts = Files.Where(f => f.After is null).Select(f => f.File).ToHashSet(StringComparer.Ordinal);
            await (state with { Files = state.Files.ToDictionary(f => f.Key, f => conflicts.Contains(f.Key) ? f.Value : Generated(f.Key, f.Value)) }).WriteAsync(Folder, cancellationToken);
        }

        string[] Generated(string file, string[] last) =>
            unpatched.Files.TryGetValue(file, out var before) && patched.Files.TryGetValue(file, out var now) && before != now
                ? Merge(before, string.Join('\n', last), now).Text?.Split('\n') ?? last
                : last;
    }

    private static MergedText Merge(string before, string found, string now)
    {
        var merged = ThreeWayMerge.Of(before.ReplaceLineEndings("\n"), found.ReplaceLineEndings("\n"), now.ReplaceLineEndings("\n"));
        return merged.Text is { } text && found.Contains("\r\n", StringComparison.Ordinal) ? merged with { Text = text.ReplaceLineEndings("\r\n") } : merged;
    }
}
