using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Recording;

/// <summary>What the elements of a suite looked like in tests that passed; the recorder writes the file.</summary>
internal sealed class SuiteFingerprints(IReadOnlyList<RecordedElement> elements)
{
    /// <summary>Below the suite's folder.</summary>
    public const string FileName = ".testforge/fingerprints.json";

    private const int CurrentVersion = 1;

    public IReadOnlyList<RecordedElement> Elements { get; } = elements;

    /// <summary>Reads those of a suite; a suite that was never recorded has none.</summary>
    public static async Task<SuiteFingerprints> ReadAsync(string project, CancellationToken cancellationToken)
    {
        var path = Path.Combine(project, FileName);
        if (!File.Exists(path))
        {
            return new([]);
        }

        Content content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(await File.ReadAllBytesAsync(path, cancellationToken), ArtifactJson.Compact) ?? throw new JsonException("The document is null.");
        }
        catch (JsonException e)
        {
            throw new StageException("suite.fingerprints_unreadable", $"'{path}' cannot be read: {e.Message} Delete it and run the tests with the recorder while they pass.", retryable: false, e);
        }

        return content.Version <= CurrentVersion
            ? new(content.Elements)
            : throw new StageException("artifact.from_future", $"'{path}' has format version {content.Version}; this build reads up to {CurrentVersion}. Use a newer testforge.", retryable: false);
    }

    /// <summary>What a locator found: lines move when a file is edited, so the nearest of the same words counts.</summary>
    public RecordedElement? Find(RecordedLocator locator) => Elements
        .Where(e => e.File == locator.File && e.Locator == locator.Locator)
        .OrderBy(e => Math.Abs(e.Line - locator.Line))
        .ThenBy(e => Math.Abs(e.Column - locator.Column))
        .FirstOrDefault();

    private sealed record Content(int Version, IReadOnlyList<RecordedElement> Elements);
}
