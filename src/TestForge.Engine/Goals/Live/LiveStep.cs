using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Live;

/// <summary>Something that was done on a live page.</summary>
internal sealed record LiveStep
{
    public required LiveActKind Kind { get; init; }

    /// <summary>The element, as it looked before.</summary>
    public ElementFingerprint? Print { get; init; }

    /// <summary>The same as a field, where it is one.</summary>
    public FormField? Field { get; init; }

    /// <summary>As a plan says it: <c>${env:NAME}</c> and <c>${unique}</c> stay as they are.</summary>
    public string? Value { get; init; }

    /// <summary>The page's path, relative to the target's origin, before and after.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>Tells the page's state from its other states, before and after.</summary>
    public required string StateBefore { get; init; }

    public required string StateAfter { get; init; }

    /// <summary>Whether something was sent meanwhile that may change the application's data.</summary>
    public bool Wrote { get; init; }
}
