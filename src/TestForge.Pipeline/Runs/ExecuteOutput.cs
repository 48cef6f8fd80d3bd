namespace TestForge.Pipeline;

public sealed record ExecuteOutput(ArtifactRef Results, IReadOnlyList<CaseOutcome> Cases, bool Interrupted) : IInterruptible;
