using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Reads a storage state as Playwright writes it.</summary>
internal static class StorageStateFile
{
    /// <summary>Throws <c>session.bad_storage_state</c> when there is no file, or it is something else.</summary>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("cookies", out var cookies) && cookies.ValueKind == JsonValueKind.Array)
            {
                return text;
            }

            throw new JsonException("It has no list of cookies.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StageException(
                "session.bad_storage_state",
                $"The storage state '{path}' cannot be used: {e.Message} Make one with Playwright (context.storageState) and give its path.",
                retryable: false,
                e);
        }
    }
}
