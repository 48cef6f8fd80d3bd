namespace TestForge.Bench.Mutants;

/// <summary>One decision of the healer about one changed element.</summary>
internal sealed record MutantCase
{
    public required MutantSite Site { get; init; }

    public required string Page { get; init; }

    /// <summary>A trap by name, or <c>one element</c> or <c>redesign</c>.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<string> Changes { get; init; }

    public required Demand Demand { get; init; }

    /// <summary>Whether a case had passed on the page before, so that all its elements were known; otherwise about half of them, those of the plan.</summary>
    public required bool Seen { get; init; }

    public required HealScore Score { get; init; }

    public required double Milliseconds { get; init; }

    /// <summary>For people: what was looked for, what was found and why.</summary>
    public required string Story { get; init; }

    public bool IsTrap => Kind is not ("one element" or "redesign") || Demand != Demand.Heal;
}
