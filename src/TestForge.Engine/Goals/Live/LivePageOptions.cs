using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Live;

/// <summary>Whose page it is and what may be done on it.</summary>
internal sealed record LivePageOptions
{
    public required Uri Target { get; init; }

    /// <summary>Path opened first, relative to the target's origin.</summary>
    public string StartPath { get; init; } = "/";

    public ScopeRules Scope { get; init; } = new();

    /// <summary>A storage state to be signed in with, as JSON; null for nobody.</summary>
    public string? StorageState { get; init; }

    public bool AllowDestructive { get; init; }

    /// <summary>Controls that may not be used even when those that destroy may, such as one that ends the session all cases share.</summary>
    public Func<ElementFingerprint, bool>? Forbidden { get; init; }

    /// <summary>Environment variables that may be typed as <c>${env:NAME}</c>; a page must not be able to ask for others.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Feeds made-up values.</summary>
    public int Seed { get; init; } = 1;

    public ConsentBanner? Consent { get; init; }
}
