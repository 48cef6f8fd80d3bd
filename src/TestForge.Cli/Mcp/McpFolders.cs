using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>The run folders that a client names, which stay inside the server's working folder.</summary>
internal sealed class McpFolders(string workingFolder)
{
    private const int MaxLinks = 40;

    /// <summary>The folder that was worked on last in this session.</summary>
    public string? Last { get; set; }

    /// <summary>The full path of a folder that a client names. Throws <c>mcp.path_outside</c>, also when links lead out.</summary>
    public string Inside(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0'))
        {
            throw Outside(path);
        }

        var full = Path.GetFullPath(path, workingFolder);
        var root = Real(workingFolder, MaxLinks);
        return Real(full, MaxLinks) is { } real && root is not null && real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw Outside(path);
    }

    /// <summary>The folder named, else the last one, else the newest that has the file. Throws <c>mcp.no_folder</c>.</summary>
    /// <param name="named">What the client said.</param>
    /// <param name="file">The file that is needed.</param>
    /// <param name="tool">The tool that makes it.</param>
    public string With(string? named, string file, string tool)
    {
        var folder = named is not null ? Inside(named)
            : Last is { } last && File.Exists(Path.Combine(last, file)) ? last
            : OutputFolder.Runs(workingFolder, file) is [var newest, ..] ? newest : null;
        return folder is not null && File.Exists(Path.Combine(folder, file))
            ? folder
            : throw new StageException("mcp.no_folder", $"{(named is null ? "No run folder here" : $"The folder '{named}'")} holds {(named is null ? "a" : "no")} {file}. Call {tool} first, or name another folder.", retryable: false);
    }

    /// <summary>A path as a client may name it.</summary>
    public string Told(string path)
    {
        var below = Path.GetRelativePath(workingFolder, path);
        return below.StartsWith("..", StringComparison.Ordinal) ? path : below;
    }

    /// <summary>A run's folder and the files of its stages.</summary>
    public static RunFolder Open(string path) => RunFolder.Open(path);

    private StageException Outside(string path) => new("mcp.path_outside", $"'{path}' is not inside the server's working folder '{workingFolder}'. Name a folder below it.", retryable: false);

    // Each part is looked at, because a link anywhere in a path leads elsewhere.
    private static string? Real(string path, int links)
    {
        var root = Path.GetPathRoot(path)!;
        var real = root;
        var parts = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (i, part) in parts.Index())
        {
            real = Path.Combine(real, part);
            if (new FileInfo(real).LinkTarget is not { } target)
            {
                continue;
            }

            return links == 0 ? null : Real(Path.GetFullPath(Path.Combine([target, .. parts[(i + 1)..]]), Path.GetDirectoryName(real)!), links - 1);
        }

        return real;
    }
}
