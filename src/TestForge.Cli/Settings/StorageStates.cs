using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Makes sure that a file is a storage state before a browser is started with it.</summary>
internal static class StorageStates
{
    public static async Task CheckAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(path);
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
            if (!document.RootElement.TryGetProperty("cookies", out _) && !document.RootElement.TryGetProperty("origins", out _))
            {
                throw new JsonException("it has neither 'cookies' nor 'origins'.");
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new StageException("config.invalid_storage_state", $"The storage state '{path}' cannot be used: {e.Message}", retryable: false, e);
        }
    }
}
