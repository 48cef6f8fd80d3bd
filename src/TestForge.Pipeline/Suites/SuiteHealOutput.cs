namespace TestForge.Pipeline;

/// <summary>What became of the failed tests of a suite.</summary>
public sealed record SuiteHealOutput
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required IReadOnlyList<SuiteFailure> Failures { get; init; }

    /// <summary>Proposed, each proved by the tests that pass with it.</summary>
    public required IReadOnlyList<SuitePatch> Patches { get; init; }

    /// <summary>All patches as one unified diff; empty without any.</summary>
    public string Diff { get; init; } = "";
}
