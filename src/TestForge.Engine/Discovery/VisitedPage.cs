using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>What one visit gave: how it ended and, when it could be read, the page.</summary>
internal sealed record VisitedPage(PageOutcome Outcome, string? Detail = null)
{
    public PageFacts? Facts { get; init; }

    /// <summary>Where the browser ended up, in normal form.</summary>
    public Uri? Url { get; init; }

    public int Status { get; init; }

    public string? ContentType { get; init; }

    public IReadOnlyDictionary<string, string> SecurityHeaders { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ConsoleEntry> Console { get; init; } = [];

    public IReadOnlyList<FailedRequest> FailedRequests { get; init; } = [];

    public IReadOnlyList<string> MixedContent { get; init; } = [];

    /// <summary>The consent banner that was answered before the page was read.</summary>
    public ConsentBanner? Consent { get; init; }

    public ArtifactRef? Screenshot { get; init; }
}
