using System.Text.Json;
using Microsoft.Extensions.Options;
using TestForge.Engine.Artifacts;

namespace TestForge.Engine.Claude.Batches;

/// <summary>Batches that are under way, one file each, named by what they ask. A program that starts again finds its batch there.</summary>
internal sealed class BatchFolder(IOptions<ClaudeOptions> options)
{
    public async Task<SubmittedBatch?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (PathOf(name) is not { } path || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<SubmittedBatch>(await File.ReadAllBytesAsync(path, cancellationToken), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // Only a failing disk writes half of it; the batch is asked again.
            return null;
        }
    }

    public async Task KeepAsync(string name, SubmittedBatch batch, CancellationToken cancellationToken)
    {
        if (PathOf(name) is { } path)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WholeFile.WriteAsync(path, JsonSerializer.SerializeToUtf8Bytes(batch, JsonSerializerOptions.Web), cancellationToken);
        }
    }

    public void Forget(string name)
    {
        if (PathOf(name) is { } path)
        {
            File.Delete(path);
        }
    }

    private string? PathOf(string name) => options.Value.Folder is { } folder ? Path.Combine(folder, "batches", name + ".json") : null;
}
