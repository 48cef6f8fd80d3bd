namespace TestForge.Pipeline;

public sealed record DesignOutput(ArtifactRef Plan, IReadOnlyList<string> CaseIds, bool Interrupted) : IInterruptible;
