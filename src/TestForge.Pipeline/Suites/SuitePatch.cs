namespace TestForge.Pipeline;

/// <summary>A change of one locator in a suite's source, and of nothing else.</summary>
public sealed record SuitePatch
{
    /// <summary>Below the suite's folder, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    /// <summary>The locator as it is written in the source.</summary>
    public required string Old { get; init; }

    /// <summary>The locator as the patch writes it.</summary>
    public required string New { get; init; }

    /// <summary>What was decided and by which evidence.</summary>
    public required HealRecord Heal { get; init; }

    /// <summary>The tests that use the locator, as far as they are known.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>True when more than one test uses it, or may.</summary>
    public bool Shared { get; init; }

    /// <summary>True when it was written into the suite.</summary>
    public bool Applied { get; init; }
}
