namespace TestForge.Pipeline;

/// <summary>What Execution did with some cases of a plan. File: <c>results.json</c> once merged.</summary>
public sealed record RunResults
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary><c>in-process</c> or <c>playwright</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>Browser name and version, as the browser says it.</summary>
    public string Browser { get; init; } = "";

    public required IReadOnlyList<CaseResult> Cases { get; init; }

    public IReadOnlyList<HealRecord> Heals { get; init; } = [];

    public bool Interrupted { get; init; }
}
