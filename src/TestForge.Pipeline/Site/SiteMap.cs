namespace TestForge.Pipeline;

/// <summary>What Discovery found: pages, what is on them, and the ways between them. File: <c>site-map.json</c>.</summary>
public sealed record SiteMap
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 2;

    public int Version { get; init; } = CurrentVersion;

    public required Uri Target { get; init; }

    public required IReadOnlyList<SitePage> Pages { get; init; }

    public required IReadOnlyList<SiteTransition> Transitions { get; init; }

    /// <summary>What pages show after actions, where that has no address of its own.</summary>
    public IReadOnlyList<SiteState> States { get; init; } = [];

    /// <summary>Calls pages made to the application's API, by path and method.</summary>
    public IReadOnlyList<ApiCall> ApiCalls { get; init; } = [];

    /// <summary>Calls that pages made to hosts of others; they are counted and not described.</summary>
    public int ThirdPartyCalls { get; init; }

    public IReadOnlyList<TechnologyHint> Technologies { get; init; } = [];

    public IReadOnlyList<BusinessFlow> Flows { get; init; } = [];

    /// <summary>What each role sees, when several were asked for.</summary>
    public IReadOnlyList<RoleView> Roles { get; init; } = [];

    public RobotsNote? Robots { get; init; }

    /// <summary>The consent banner that was answered, if there was one.</summary>
    public ConsentBanner? Consent { get; init; }

    /// <summary>Addresses and actions that were left out, each with its reason.</summary>
    public required IReadOnlyList<SkippedItem> Skipped { get; init; }

    public required CrawlStats Stats { get; init; }

    /// <summary>True when the crawl was told to stop before its queue was empty.</summary>
    public bool Interrupted { get; init; }
}
