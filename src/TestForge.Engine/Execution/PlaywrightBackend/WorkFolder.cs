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
                var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.Path, name));

                // The project may come from a file that someone edited.
                if (!path.StartsWith(folder.Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    throw new StageException("script.bad_path", $"The script project holds the path '{name}', which leads out of its folder. Make the scripts again.", retryable: false);
                }

                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, content, cancellationToken);
            }

            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
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
