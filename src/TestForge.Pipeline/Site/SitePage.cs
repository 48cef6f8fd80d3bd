namespace TestForge.Pipeline;

/// <summary>One distinct page. Near-duplicates are merged into the first one seen.</summary>
public sealed record SitePage
{
    /// <summary>Stable within the map: <c>p1</c>, <c>p2</c>, … in order of discovery.</summary>
    public required string Id { get; init; }

    /// <summary>The address in normal form, after redirects.</summary>
    public required string Url { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Clicks from the start page.</summary>
    public int Depth { get; init; }

    public PageOutcome Outcome { get; init; }

    /// <summary>What went wrong when <see cref="Outcome"/> is not <see cref="PageOutcome.Ok"/>.</summary>
    public string? OutcomeDetail { get; init; }

    /// <summary>HTTP status of the document, or 0 without a response.</summary>
    public int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Language { get; init; }

    /// <summary>Request sent to response headers received, in milliseconds.</summary>
    public double ResponseMilliseconds { get; init; }

    /// <summary>Navigation start to settled, in milliseconds.</summary>
    public double LoadMilliseconds { get; init; }

    /// <summary>Hash over the page's structure, words left out; equal for near-duplicates.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Other addresses that showed the same page.</summary>
    public IReadOnlyList<string> Duplicates { get; init; } = [];

    /// <summary>The address the page itself names as its own, in normal form.</summary>
    public string? Canonical { get; init; }

    /// <summary>The same page in other languages, as it declares them.</summary>
    public IReadOnlyList<LanguageVariant> Variants { get; init; } = [];

    public IReadOnlyList<PageHeading> Headings { get; init; } = [];

    /// <summary>Landmark roles present (banner, navigation, main, …), each once.</summary>
    public IReadOnlyList<string> Landmarks { get; init; } = [];

    public IReadOnlyList<PageElement> Elements { get; init; } = [];

    public IReadOnlyList<PageForm> Forms { get; init; } = [];

    public IReadOnlyList<PageLink> Links { get; init; } = [];

    /// <summary>Addresses of the frames in the page, document order.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    public IReadOnlyList<ConsoleEntry> Console { get; init; } = [];

    public IReadOnlyList<FailedRequest> FailedRequests { get; init; } = [];

    /// <summary>Response headers that matter for security, lower-case names.</summary>
    public IReadOnlyDictionary<string, string> SecurityHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Sub-resources loaded over http by a page served over https.</summary>
    public IReadOnlyList<string> MixedContent { get; init; } = [];

    /// <summary>Addresses of images that did not load.</summary>
    public IReadOnlyList<string> BrokenImages { get; init; } = [];

    public ArtifactRef? Screenshot { get; init; }
}
