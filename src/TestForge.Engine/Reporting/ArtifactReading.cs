using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting;

/// <summary>Reads versioned JSON artifacts.</summary>
internal static class ArtifactReading
{
    /// <summary>Throws <c>report.artifact_from_future</c> or <c>report.artifact_unreadable</c>, naming the artifact.</summary>
    public static async Task<T> ReadAsync<T>(
        this IArtifactStore store, ArtifactRef reference, int currentVersion, Func<T, int> versionOf, CancellationToken cancellationToken)
        where T : class
    {
        await using var stream = await store.OpenAsync(reference, cancellationToken);
        T? value;
        try
        {
            value = await JsonSerializer.DeserializeAsync<T>(stream, ArtifactJson.Compact, cancellationToken);
        }
        catch (JsonException e)
        {
            throw Unreadable(reference, e);
        }

        if (value is null)
        {
            throw Unreadable(reference, null);
        }

        return versionOf(value) <= currentVersion ? value : throw new StageException(
            "report.artifact_from_future",
            $"The {reference.Kind} {reference.Sha256} has version {versionOf(value)}, and this build reads up to {currentVersion}. Use a newer TestForge to report this run.",
            retryable: false);
    }

    private static StageException Unreadable(ArtifactRef reference, Exception? inner) => new(
        "report.artifact_unreadable",
        $"The {reference.Kind} {reference.Sha256} is not valid: {inner?.Message ?? "it is empty"}. It may have been changed by hand; run the stage that made it again.",
        retryable: false,
        inner);
}
