using System.Text;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Regeneration;

/// <summary>A folder with a generated project that a person may have edited. Generating again never overwrites an edit.</summary>
public sealed class ProjectFolder
{
    /// <summary>Ending of a new text that lies beside the person's file. No compiler and no test runner takes such a file for its own.</summary>
    internal const string NewText = ".new";

    private readonly string _folder;
    private readonly GeneratedState? _before;
    private readonly SortedDictionary<string, string[]> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string[]> _waiting = new(StringComparer.Ordinal);

    private ProjectFolder(string folder, GeneratedState? before) =>
        (_folder, _before) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), before);

    /// <summary>Whether a project may be written here: nothing is here yet, or what was generated here before.</summary>
    public static bool IsFree(string folder) =>
        !Directory.Exists(folder) || File.Exists(Path.Combine(folder, GeneratedState.File)) || !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>What the project generated in a folder is written in; null when there is none.</summary>
    public static async Task<ScriptLanguage?> LanguageOfAsync(string folder, CancellationToken cancellationToken) =>
        (await GeneratedState.ReadAsync(folder, cancellationToken))?.Language;

    /// <summary>Writes the project and says what became of each file. Throws <c>output.in_use</c>, <c>output.outside</c> and <c>output.other_project</c>.</summary>
    internal static async Task<ProjectChanges> WriteAsync(string folder, ScriptProject project, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, Path.GetDirectoryName(GeneratedState.File)!));
        await using var mine = Lock(folder);
        var before = await GeneratedState.ReadAsync(folder, cancellationToken);
        if (before is not null && before.Language != project.Language)
        {
            throw new StageException(
                "output.other_project",
                $"'{folder}' holds a project in {before.Language}, and one in {project.Language} is to be written. Name another folder, or the language with --script.",
                retryable: false);
        }

        return await new ProjectFolder(folder, before).WriteAsync(project, artifacts, cancellationToken);
    }

    private async Task<ProjectChanges> WriteAsync(ScriptProject project, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var changes = new List<FileChange>();
        foreach (var file in project.Files.Keys.Concat(_before?.Files.Keys ?? []).Concat(_before?.Waiting.Keys ?? []).Distinct().Order(StringComparer.Ordinal))
        {
            var generated = project.Files.TryGetValue(file, out var text) ? text.ReplaceLineEndings("\n") : null;
            var (fate, lines) = await WriteAsync(file, PathOf(file), await OriginAsync(file, cancellationToken), generated, cancellationToken);
            changes.Add(new(file, fate, lines));
        }

        changes.AddRange(await new ProjectPictures(PathOf, _before?.Pictures ?? new Dictionary<string, string>()).WriteAsync(project.Pictures, artifacts, cancellationToken));

        // Written last: when this was stopped before, the same again comes to the same.
        var state = new GeneratedState { Language = project.Language, Files = _files, Waiting = _waiting, Pictures = project.Pictures.ToDictionary(p => p.Key, p => p.Value.Sha256) };
        await state.WriteAsync(_folder, cancellationToken);
        return new(_folder, changes);
    }

    /// <summary>What the person's file was made from. Who takes the new text away from beside it has taken from it what is wanted.</summary>
    private async Task<string?> OriginAsync(string file, CancellationToken cancellationToken)
    {
        var last = Last(_before?.Files, file);
        if (Last(_before?.Waiting, file) is not { } waiting)
        {
            return last;
        }

        if (await ReadAsync(PathOf(file) + NewText, cancellationToken) is null)
        {
            return waiting;
        }

        return last;
    }

    private async Task<(FileFate Fate, IReadOnlyList<int> Lines)> WriteAsync(string file, string path, string? origin, string? generated, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(path, cancellationToken);
        var edited = found?.ReplaceLineEndings("\n");
        if (generated is null)
        {
            return (await DropAsync(file, path, origin, edited, cancellationToken), []);
        }

        if (edited is null)
        {
            Remember(file, generated);
            return origin is not null ? (FileFate.Kept, []) : (await PutAsync(path, generated, cancellationToken), []);
        }

        if (edited == generated || edited == origin)
        {
            await SettleAsync(file, path, generated, cancellationToken);
            return (edited == generated ? FileFate.Unchanged : await PutAsync(path, LikeIn(found!, generated), cancellationToken), []);
        }

        if (origin == generated)
        {
            await SettleAsync(file, path, generated, cancellationToken);
            return (FileFate.Kept, []);
        }

        // A file that was here before the first generation has no line in common with it that anybody knows of.
        var merged = origin is null ? new(null, [1]) : ThreeWayMerge.Of(origin, edited, generated);
        if (merged.Text is { } text)
        {
            await PutAsync(path, LikeIn(found!, text), cancellationToken);
            await SettleAsync(file, path, generated, cancellationToken);
            return (FileFate.Merged, []);
        }

        await PutAsync(path + NewText, generated, cancellationToken);
        _waiting[file] = generated.Split('\n');
        if (origin is not null)
        {
            Remember(file, origin);
        }

        return (FileFate.Conflict, merged.Conflicts);
    }

    /// <summary>For a file that is no longer generated.</summary>
    private async Task<FileFate> DropAsync(string file, string path, string? origin, string? edited, CancellationToken cancellationToken)
    {
        await TakeAwayNewTextAsync(file, path, cancellationToken);
        if (edited is null)
        {
            return FileFate.Unchanged;
        }

        if (edited != origin)
        {
            if (origin is not null)
            {
                Remember(file, origin);
            }

            return FileFate.Kept;
        }

        File.Delete(path);
        return FileFate.Removed;
    }

    private async Task SettleAsync(string file, string path, string generated, CancellationToken cancellationToken)
    {
        await TakeAwayNewTextAsync(file, path, cancellationToken);
        Remember(file, generated);
    }

    private async Task TakeAwayNewTextAsync(string file, string path, CancellationToken cancellationToken)
    {
        if (Last(_before?.Waiting, file) is { } waiting && (await ReadAsync(path + NewText, cancellationToken))?.ReplaceLineEndings("\n") == waiting)
        {
            File.Delete(path + NewText);
        }
    }

    private void Remember(string file, string text) => _files[file] = text.Split('\n');

    private string PathOf(string file) => PathOf(_folder, file);

    internal static string PathOf(string folder, string file)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var path = Path.GetFullPath(Path.Combine(root, file));

        // Names are made by us from safe parts; this holds even if one is not.
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new StageException("output.outside", $"'{file}' would be written outside '{root}'.", retryable: false);
    }

    private static async Task<FileFate> PutAsync(string path, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await WholeFile.WriteAsync(path, Encoding.UTF8.GetBytes(text), cancellationToken);
        return FileFate.Written;
    }

    private static async Task<string?> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null;

    private static string? Last(IReadOnlyDictionary<string, string[]>? texts, string file) =>
        texts is not null && texts.TryGetValue(file, out var lines) ? string.Join('\n', lines) : null;

    // Version control on Windows may have given the file other line endings.
    private static string LikeIn(string found, string text) => found.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;

    internal static FileStream Lock(string folder)
    {
        try
        {
            return new(Path.Combine(folder, GeneratedState.File + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new StageException("output.in_use", $"Another run writes the scripts in '{folder}'. Wait for it, or name another folder.", retryable: false, e);
        }
    }
}
