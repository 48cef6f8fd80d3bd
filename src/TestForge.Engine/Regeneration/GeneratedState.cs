using System.Text.Json;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Regeneration;

/// <summary>What was last generated into a project, kept in it so that a person's edits can be told from it. Belongs into version control.</summary>
internal sealed record GeneratedState
{
    public const int CurrentVersion = 1;
    public const string File = ".testforge/generated.json";

    public int Version { get; init; } = CurrentVersion;

    public ScriptLanguage Language { get; init; }

    /// <summary>Generated texts by file, one entry a line, so that they read well where versions are compared.</summary>
    public IReadOnlyDictionary<string, string[]> Files { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Texts that lie beside a person's file until that person has taken from them what is wanted.</summary>
    public IReadOnlyDictionary<string, string[]> Waiting { get; init; } = new Dictionary<string, string[]>();

    /// <summary>SHA-256 of generated pictures by file.</summary>
    public IReadOnlyDictionary<string, string> Pictures { get; init; } = new Dictionary<string, string>();

    /// <summary>Returns null when nothing was generated here yet.</summary>
    public static async Task<GeneratedState?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        try
        {
            await using var content = System.IO.File.OpenRead(path);
            var state = await JsonSerializer.DeserializeAsync<GeneratedState>(content, ArtifactJson.Compact, cancellationToken) ?? throw new JsonException("The document is null.");
            return state.Version <= CurrentVersion
                ? state
                : throw new StageException("artifact.from_future", $"'{path}' has format version {state.Version}; this build reads up to {CurrentVersion}. Use a newer testforge.", retryable: false);
        }
        catch (JsonException e)
        {
            throw new StageException(
                "artifact.invalid",
                $"'{path}' cannot be read: {e.Message} Take it from version control again; without it, edits cannot be told from what was generated.",
                retryable: false,
                e);
        }
    }

    public Task WriteAsync(string folder, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(Path.Combine(folder, File), JsonSerializer.SerializeToUtf8Bytes(this, ArtifactJson.Indented), cancellationToken);
}
