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

    public static SuiteCopy Of(string project)
    {
        var original = Path.TrimEndingDirectorySeparator(Path.GetFullPath(project));
        var root = Directory.CreateTempSubdirectory("testforge-suite-").FullName;
        var workspace = WorkspaceOf(original);
        var parts = Path.GetRelativePath(workspace, original).Split(Path.DirectorySeparatorChar).Where(p => p != ".").ToArray();
        var (from, to) = (workspace, Path.Combine(root, "copy"));
        Directory.CreateDirectory(to);
        foreach (var part in parts)
        {
            foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(e => e.Name != part && !LeftOut.Contains(e.Name)))
            {
                Link(Path.Combine(to, entry.Name), entry);
            }

            (from, to) = (Path.Combine(from, part), Path.Combine(to, part));
            Directory.CreateDirectory(to);
        }

        Copy(new DirectoryInfo(original), to);
        return new(root, to, original);
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

    /// <summary>The nearest folder that holds a repository or the packages of a workspace; the suite's own folder without any.</summary>
    private static string WorkspaceOf(string project)
    {
        for (var folder = new DirectoryInfo(project); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")) || (folder.FullName != project && Directory.Exists(Path.Combine(folder.FullName, "node_modules", "@playwright", "test"))))
            {
                return folder.FullName;
            }
        }

        return project;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in from.EnumerateFileSystemInfos().Where(e => !LeftOut.Contains(e.Name)))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.Name == "node_modules" || entry.LinkTarget is not null)
            {
                Link(target, entry);
            }
            else if (entry is DirectoryInfo inner)
            {
                Copy(inner, target);
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
