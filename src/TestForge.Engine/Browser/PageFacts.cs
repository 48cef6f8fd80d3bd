using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>Everything one look at a page gives, as the page script returns it.</summary>
internal sealed record PageFacts
{
    public required string Url { get; init; }

    /// <summary>False when the document was still loading when the time to settle was over.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>True when the document was larger than the limit; nothing of it was read.</summary>
    public bool TooLarge { get; init; }

    public string Title { get; init; } = "";

    public string? Language { get; init; }

    public string? Canonical { get; init; }

    public double ResponseMilliseconds { get; init; }

    public double LoadMilliseconds { get; init; }

    public string Fingerprint { get; init; } = "";

    public IReadOnlyList<PageHeading> Headings { get; init; } = [];

    public IReadOnlyList<string> Landmarks { get; init; } = [];

    public IReadOnlyList<FactsElement> Elements { get; init; } = [];

    public IReadOnlyList<FactsForm> Forms { get; init; } = [];

    public IReadOnlyList<string> Frames { get; init; } = [];

    public IReadOnlyList<string> BrokenImages { get; init; } = [];

    /// <summary>True when the page has more elements than were read.</summary>
    public bool Truncated { get; init; }
}
