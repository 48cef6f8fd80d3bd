using System.Text.Json;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>The file that remembers the heals of a target. It is replaced whole, by one process at a time.</summary>
public sealed class HealMemoryFile(string path)
{
    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public string Path => path;

    /// <summary>Nothing is remembered when there is no file yet. Throws <c>heal.memory_unusable</c>.</summary>
    public Task<HealMemory> ReadAsync(CancellationToken cancellationToken) => UsingAsync(() => LoadAsync(cancellationToken));

    /// <summary>Changes what is remembered, and returns it. Throws <c>heal.memory_unusable</c>.</summary>
    public Task<HealMemory> UpdateAsync(Func<HealMemory, HealMemory> change, CancellationToken cancellationToken) => UsingAsync(async () =>
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        await using var mine = await LockAsync(cancellationToken);
        var before = await LoadAsync(cancellationToken);
        var after = change(before);
        if (!ReferenceEquals(after, before))
        {
            await WholeFile.WriteAsync(path, JsonSerializer.SerializeToUtf8Bytes(after, ArtifactJson.Indented), cancellationToken);
        }

        return after;
    });

    private async Task<HealMemory> LoadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return new();
        }

        var text = await File.ReadAllBytesAsync(path, cancellationToken);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("version", out var version) && version.TryGetInt32(out var found) && found > HealMemory.CurrentVersion
            ? throw new StageException("artifact.from_future", $"'{path}' has format version {found}; this build reads up to {HealMemory.CurrentVersion}. Use a newer testforge, or another file with --heal-memory.", retryable: false)
            : document.RootElement.Deserialize<HealMemory>(ArtifactJson.Compact) ?? throw new JsonException("The document is null.");
    }

    /// <summary>Who finds the file taken waits a moment.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private async Task<HealMemory> UsingAsync(Func<Task<HealMemory>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StageException("heal.memory_unusable", $"What is remembered of heals, '{path}', cannot be used: {e.Message} Name another file with --heal-memory, or take it from version control again.", retryable: false, e);
        }
    }
}
