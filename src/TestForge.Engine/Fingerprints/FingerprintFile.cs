using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>The fingerprints of all environments as one file: JSON, compressed with Brotli.</summary>
internal sealed record FingerprintFile
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    [JsonPropertyName("v")]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>By origin.</summary>
    [JsonPropertyName("o")]
    public SortedDictionary<string, EnvironmentPrints> Environments { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Throws <c>history.unusable</c> for a file that cannot be read; one that was cut off is begun anew.</summary>
    public static async Task<FingerprintFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return new();
        }

        try
        {
            await using var file = File.OpenRead(path);
            await using var text = new BrotliStream(file, CompressionMode.Decompress);
            var read = await JsonSerializer.DeserializeAsync<FingerprintFile>(text, ArtifactJson.Compact, cancellationToken) ?? new();
            return read.Version <= CurrentVersion ? read : throw Unusable(path, "A newer version of the product wrote it.");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException)
        {
            // Fingerprints are taken again by the next cases that pass.
            return new();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e.Message, e);
        }
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using (var text = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            await JsonSerializer.SerializeAsync(text, this, ArtifactJson.Compact, cancellationToken);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await WholeFile.WriteAsync(path, bytes.ToArray(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e.Message, e);
        }
    }

    public static StageException Unusable(string path, string reason, Exception? inner = null) => new(
        "history.unusable", $"The fingerprints '{path}' cannot be used: {reason} Name another history with --history, or leave it out with --no-history.", retryable: false, inner);
}
