namespace TestForge.Pipeline;

/// <summary>The story of one heal.</summary>
public sealed record HealRecord
{
    public required string ElementId { get; init; }

    public required HealDecision Decision { get; init; }

    public required LocatorSpec Old { get; init; }

    /// <summary>The locator proposed; null unless <see cref="Decision"/> is <see cref="HealDecision.Healed"/>.</summary>
    public LocatorSpec? New { get; init; }

    /// <summary>True when a case passed whole with the new locator and nothing else changed.</summary>
    public bool Proved { get; init; }

    /// <summary>Similarity of the best candidate, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>How far the best candidate is ahead of the next, 0 to 1.</summary>
    public double Margin { get; init; }

    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";

    public IReadOnlyList<HealCandidate> Candidates { get; init; } = [];

    /// <summary>The cases that use the element and were broken.</summary>
    public IReadOnlyList<string> CaseIds { get; init; } = [];

    public ElementFingerprint? Before { get; init; }

    public ElementFingerprint? After { get; init; }
}
