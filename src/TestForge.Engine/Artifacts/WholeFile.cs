namespace TestForge.Engine.Artifacts;

/// <summary>Writes files that are there whole or not at all, whenever the process is killed.</summary>
public static class WholeFile
{
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(path, file => file.WriteAsync(content, cancellationToken).AsTask(), cancellationToken);

    /// <param name="path">Where the file is in the end.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="cancellationToken">Gives up before the file is there.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{Path.GetRandomFileName()}.part";
        try
        {
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await write(file);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(partial, path, overwrite: true);
        }
        catch (IOException e) when (FullDisk.Is(e))
        {
            File.Delete(partial);
            throw FullDisk.Failure(path, e);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
