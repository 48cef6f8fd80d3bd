using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Live;

/// <summary>Which application a live page is of, and what may be done on it.</summary>
public sealed record LiveTarget
{
    public required Uri Address { get; init; }

    public ScopeRules Scope { get; init; } = new();

    public SessionSource Session { get; init; } = new();

    public bool AllowDestructive { get; init; }

    /// <summary>Environment variables that may be typed as <c>${env:NAME}</c>.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Feeds made-up values.</summary>
    public int Seed { get; init; } = 1;
}
