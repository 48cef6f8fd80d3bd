using System.Text.Json;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>Thresholds beside their model: <c>MODEL.calibration.json</c>, which names the hash of the file it is for.</summary>
internal sealed record CalibrationFile
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string ModelHash { get; init; }

    public required string Embedder { get; init; }

    public required SightThresholds Thresholds { get; init; }

    public required int Fitted { get; init; }

    public required CalibrationFigures Tested { get; init; }

    public static string PathFor(string model) => model + ".calibration.json";

    public static Task WriteAsync(string model, CalibrationFile file, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(PathFor(model), JsonSerializer.SerializeToUtf8Bytes(file, ArtifactJson.Indented), cancellationToken);

    /// <summary>Null when there is none, or one of another model file: thresholds of one say nothing of another.</summary>
    /// <exception cref="StageException"><c>vision.calibration_invalid</c>.</exception>
    public static async Task<CalibrationFile?> ReadAsync(string model, string hash, CancellationToken cancellationToken)
    {
        var path = PathFor(model);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var file = JsonSerializer.Deserialize<CalibrationFile>(await File.ReadAllBytesAsync(path, cancellationToken), ArtifactJson.Compact);
            return file is null || file.Version != CurrentVersion || file.Thresholds is null
                ? throw new JsonException("It is not of version 1, or has no thresholds.")
                : file.ModelHash == hash ? file : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StageException("vision.calibration_invalid", $"'{path}' cannot be read: {e.Message} Delete it, or calibrate again.", retryable: false, e);
        }
    }
}
