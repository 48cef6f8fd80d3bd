using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Recording;

/// <summary>What a locator found in tests that passed.</summary>
internal sealed record RecordedElement
{
    public required string File { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public string Method { get; init; } = "";

    public required string Locator { get; init; }

    /// <summary>Path of the page it was on.</summary>
    public string Page { get; init; } = "";

    public required ElementFingerprint Print { get; init; }

    /// <summary>The tests that use it.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];
}
