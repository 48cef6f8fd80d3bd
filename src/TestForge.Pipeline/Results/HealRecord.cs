namespace TestForge.Pipeline;

/// <summary>The story of one heal.</summary>
public sealed record HealRecord
{
    public required string ElementId { get; init; }

    /// <summary>What the plan calls the element.</summary>
    public string ElementName { get; init; } = "";

    /// <summary>Path of the element's page, relative to the target's origin.</summary>
    public string Page { get; init; } = "";

    public required HealDecision Decision { get; init; }

    /// <summary>The most that may be done with it in the cases it broke.</summary>
    public HealingPolicy Policy { get; init; } = HealingPolicy.HealAndReport;

    public required LocatorSpec Old { get; init; }

    /// <summary>The locator proposed; null unless <see cref="Decision"/> is <see cref="HealDecision.Healed"/>.</summary>
    public LocatorSpec? New { get; init; }

    /// <summary>True when a case passed whole with the new locator and nothing else changed.</summary>
    public bool Proved { get; init; }

    /// <summary>True when the new locator was written into the plan and the scripts.</summary>
    public bool Patched { get; init; }

    /// <summary>True when a person had approved it in an earlier run, so that nothing was ranked.</summary>
    public bool Remembered { get; init; }

    /// <summary>The language model that picked the element among look-alikes; null when rules chose it.</summary>
    public string? PickedBy { get; init; }

    /// <summary>Similarity of the best candidate, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>How far the best candidate is ahead of the next, 0 to 1.</summary>
    public double Margin { get; init; }

    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";

    public IReadOnlyList<HealCandidate> Candidates { get; init; } = [];

    /// <summary>The cases that use the element and were broken.</summary>
    public IReadOnlyList<string> CaseIds { get; init; } = [];

    /// <summary>Every case of the plan that uses the element.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Whether the candidate looks like the element; null when no picture of the element was kept.</summary>
    public SightOpinion? Sight { get; init; }

    /// <summary>The element as it looked when a step last passed on it.</summary>
    public ArtifactRef? LookBefore { get; init; }

    /// <summary>What the new locator finds, as it looks.</summary>
    public ArtifactRef? LookAfter { get; init; }

    public ElementFingerprint? Before { get; init; }

    public ElementFingerprint? After { get; init; }
}
