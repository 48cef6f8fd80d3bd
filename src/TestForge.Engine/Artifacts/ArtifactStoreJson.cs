using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Artifacts;

/// <summary>Stores and loads records as JSON.</summary>
internal static class ArtifactStoreJson
{
    public static Task<ArtifactRef> PutJsonAsync<T>(this IArtifactStore store, string kind, T value, CancellationToken cancellationToken) =>
        store.PutAsync(kind, JsonSerializer.SerializeToUtf8Bytes(value, ArtifactJson.Indented), cancellationToken);

    /// <summary>Throws <c>artifact.invalid</c>, naming the place, when the content is not what it should be.</summary>
    public static async Task<T> GetJsonAsync<T>(this IArtifactStore store, ArtifactRef reference, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(reference, cancellationToken);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(content, ArtifactJson.Compact, cancellationToken)
                ?? throw new JsonException("The document is null.");
        }
        catch (JsonException e)
        {
            throw new StageException(
                "artifact.invalid",
                $"The {reference.Kind} cannot be read: {e.Message} Correct the file or run the stage that makes it again.",
                retryable: false,
                e);
        }
    }
}
