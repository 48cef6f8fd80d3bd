namespace TestForge.Engine.Artifacts;

/// <summary>Writes files that are there whole or not at all, whenever the process is killed.</summary>
internal static class WholeFile
{
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{Path.GetRandomFileName()}.part";
        try
        {
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await file.WriteAsync(content, cancellationToken);
            }

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
