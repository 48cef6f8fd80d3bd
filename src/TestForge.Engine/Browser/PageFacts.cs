using TestForge.Engine.Browser.Consent;
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

    public IReadOnlyList<LanguageVariant> Variants { get; init; } = [];

    public double ResponseMilliseconds { get; init; }

    public double LoadMilliseconds { get; init; }

    /// <summary>Hash of the structure that the accessibility tree has.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Hash of the words that the page's own code uses.</summary>
    public string? Code { get; init; }

    /// <summary>Hash of structure and salient text classes, when the page was read to be explored.</summary>
    public string? View { get; init; }

    /// <summary>Requests of the page that were not let through, as method and address.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Addresses of windows that the page would have opened.</summary>
    public IReadOnlyList<string> Opened { get; init; } = [];

    /// <summary>Keys that the page's text names as shortcuts, where something listens for keys.</summary>
    public IReadOnlyList<string> Shortcuts { get; init; } = [];

    /// <summary>Whether there is more than the window shows.</summary>
    public bool Scrollable { get; init; }

    public IReadOnlyList<PageHeading> Headings { get; init; } = [];

    public IReadOnlyList<string> Landmarks { get; init; } = [];

    public IReadOnlyList<FactsElement> Elements { get; init; } = [];

    public IReadOnlyList<FactsForm> Forms { get; init; } = [];

    public IReadOnlyList<string> Frames { get; init; } = [];

    public IReadOnlyList<FactsAddress> Addresses { get; init; } = [];

    /// <summary>True when the document that was sent is longer than the one the page holds: something of it is not there.</summary>
    public bool Shortened { get; init; }

    public IReadOnlyList<string> BrokenImages { get; init; } = [];

    /// <summary>What lies over the page, when that was asked for.</summary>
    public IReadOnlyList<FactsOverlay> Overlays { get; init; } = [];

    /// <summary>True when the page has more elements than were read.</summary>
    public bool Truncated { get; init; }
}
