using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>A folder with a generated project in it, gone when disposed.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Lays the project's files in a new folder below <paramref name="parent"/>.</summary>
    public static async Task<WorkFolder> CreateAsync(string parent, IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken)
    {
        var root = System.IO.Path.Combine(parent, "runs", System.IO.Path.GetRandomFileName());
        var folder = new WorkFolder(Directory.CreateDirectory(root).FullName);
        try
        {
            foreach (var (name, content) in files)
            {
                await File.WriteAllTextAsync(folder.PathOf(name), content, cancellationToken);
            }

            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Adds the project's baselines.</summary>
    public async Task AddAsync(IReadOnlyDictionary<string, ArtifactRef> pictures, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        foreach (var (name, picture) in pictures)
        {
            await using var content = await artifacts.OpenAsync(picture, cancellationToken);
            await using var file = File.Create(PathOf(name));
            await content.CopyToAsync(file, cancellationToken);
        }
    }

    private string PathOf(string name)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, name));

        // The project may come from a file that someone edited.
        if (!path.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new StageException("script.bad_path", $"The script project holds the path '{name}', which leads out of its folder. Make the scripts again.", retryable: false);
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A browser that is just ending may still write; what stays is in the cache folder.
        }
    }
}
