using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>
/// A copy of a suite in a temporary folder, in which patches are tried. What lies beside the suite up to the root of its
/// workspace is linked, so that relative paths and packages are found as before. Gone when disposed.
/// </summary>
internal sealed class SuiteCopy : IDisposable
{
    // What runs leave, and what is linked or of no use to a run.
    private static readonly string[] LeftOut = [".git", "test-results", "playwright-report", "blob-report", "testforge-out"];
    private readonly Dictionary<string, EditedFile> _files = [];
    private readonly string _root;

    private SuiteCopy(string root, string folder, string original)
    {
        (_root, Folder, Original) = (root, folder, original);
    }

    /// <summary>The copy's folder.</summary>
    public string Folder { get; }

    /// <summary>The suite's own folder.</summary>
    public string Original { get; }

    /// <summary>Files that were read or changed, below the suite's folder.</summary>
    public IReadOnlyDictionary<string, EditedFile> Files => _files;

    /// <param name="project">The suite's folder.</param>
    /// <param name="beside">Folders beside it that are copied too, since a run writes into them.</param>
    /// <param name="leftOut">Names of files and folders that are left out, beside those of which no suite has need.</param>
    public static SuiteCopy Of(string project, IReadOnlyCollection<string> beside, IReadOnlyCollection<string> leftOut)
    {
        var original = Path.TrimEndingDirectorySeparator(Path.GetFullPath(project));
        var root = Directory.CreateTempSubdirectory("testforge-suite-").FullName;
        string[] copied = [original, .. beside];
        string[] without = [.. LeftOut, .. leftOut];
        var workspace = WorkspaceOf(original, beside);
        var to = Path.Combine(root, "copy");
        Lay(new(workspace), to);
        return new(root, Path.GetFullPath(Path.Combine(to, Path.GetRelativePath(workspace, original))), original);

        void Lay(DirectoryInfo folder, string target)
        {
            if (copied.Contains(folder.FullName))
            {
                Copy(folder, target, without);
                return;
            }

            Directory.CreateDirectory(target);
            foreach (var entry in Entries(folder, without))
            {
                if (entry is DirectoryInfo inner && copied.Any(c => c == inner.FullName || IsWithin(c, inner.FullName)))
                {
                    Lay(inner, Path.Combine(target, entry.Name));
                }
                else
                {
                    Link(Path.Combine(target, entry.Name), entry);
                }
            }
        }
    }

    /// <summary>A file of the suite as it is with the edits so far; null when it is not in the suite.</summary>
    public EditedFile? File(string name)
    {
        if (_files.TryGetValue(name, out var known))
        {
            return known;
        }

        var path = Path.GetFullPath(Path.Combine(Original, name));
        if (!path.StartsWith(Original + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !System.IO.File.Exists(path))
        {
            return null;
        }

        if (EditedFile.Read(path) is { } file)
        {
            _files[name] = file;
        }

        return _files.GetValueOrDefault(name);
    }

    /// <summary>Writes a file's edited text into the copy.</summary>
    public Task WriteAsync(string name, CancellationToken cancellationToken) =>
        System.IO.File.WriteAllTextAsync(Path.Combine(Folder, name), _files[name].Text, cancellationToken);

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A browser that is just ending may still write; what stays is in the system's temporary folder.
        }
    }

    /// <summary>The nearest folder above all that is copied that holds a repository or the packages of a workspace; without any, the folder that holds just that.</summary>
    private static string WorkspaceOf(string project, IReadOnlyCollection<string> beside)
    {
        var common = new DirectoryInfo(project);
        while (!beside.All(b => b == common.FullName || IsWithin(b, common.FullName)) && common.Parent is { } parent)
        {
            common = parent;
        }

        for (var folder = common; folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")) || (folder.FullName != project && Directory.Exists(Path.Combine(folder.FullName, "node_modules", "@playwright", "test"))))
            {
                return folder.FullName;
            }
        }

        return common.FullName;
    }

    /// <summary>What is in a folder, without folders that commands of ours write into, this one perhaps.</summary>
    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder, string[] without) =>
        folder.EnumerateFileSystemInfos().Where(e => !without.Contains(e.Name) && !(e is DirectoryInfo && System.IO.File.Exists(Path.Combine(e.FullName, ".testforge", "journal.jsonl"))));

    private static bool IsWithin(string path, string folder) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Copy(DirectoryInfo from, string to, string[] without)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in Entries(from, without))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.Name == "node_modules" || entry.LinkTarget is not null)
            {
                Link(target, entry);
            }
            else if (entry is DirectoryInfo inner)
            {
                Copy(inner, target, without);
            }
            else
            {
                ((FileInfo)entry).CopyTo(target);
            }
        }
    }

    private static void Link(string path, FileSystemInfo entry)
    {
        try
        {
            if (entry is DirectoryInfo)
            {
                Directory.CreateSymbolicLink(path, entry.FullName);
            }
            else
            {
                System.IO.File.CreateSymbolicLink(path, entry.FullName);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StageException("suite.no_copy", $"The suite could not be copied for trying patches: {e.Message} Check the space and rights in the folder for temporary files; on Windows, links need developer mode.", retryable: false, e);
        }
    }
}
