using System.Text.Json;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Recording;

/// <summary>What the recorder saw when a use of a locator failed.</summary>
internal sealed record RecordedFailure
{
    public const string AttachmentName = "testforge-failure";

    /// <summary>The format's version this build reads.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>When, where the recorder does not know the test.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The method called, such as <c>click</c>, or what was expected, such as <c>to.be.visible</c>.</summary>
    public required string Action { get; init; }

    public string Message { get; init; } = "";

    /// <summary>How many elements the locator found; -1 when the page was gone.</summary>
    public int Count { get; init; } = -1;

    /// <summary>Where it was used, the innermost first.</summary>
    public IReadOnlyList<RecordedPlace> Used { get; init; } = [];

    public string Locator { get; init; } = "";

    /// <summary>The part of the locator that finds nothing, or too much.</summary>
    public RecordedLocator? Broken { get; init; }

    /// <summary>Where that part was made, the innermost first.</summary>
    public IReadOnlyList<RecordedPlace> Made { get; init; } = [];

    public string Url { get; init; } = "";

    /// <summary>What the server answered when the page was opened; 0 when that was not seen.</summary>
    public int Status { get; init; }

    public string TestIdAttribute { get; init; } = "data-testid";

    /// <summary>The page on which it failed; null when it could not be read, or was of no use.</summary>
    public PageFacts? Page { get; init; }

    /// <summary>Whether it was an expectation that failed.</summary>
    public bool IsExpectation => Action.StartsWith("to.", StringComparison.Ordinal);

    /// <summary>Returns null when it was written by a newer package.</summary>
    public static RecordedFailure? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordedFailure>(json, ArtifactJson.Compact) is { Version: <= CurrentVersion } failure ? failure : null;
        }
        catch (JsonException)
        {
            // Someone else's attachment of that name, or one cut off: as if there were none, the test is run again.
            return null;
        }
    }
}
