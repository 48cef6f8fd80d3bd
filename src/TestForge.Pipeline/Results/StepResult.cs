namespace TestForge.Pipeline;

/// <summary>What a step did: its index in the case, whether it passed, and how long it took.</summary>
public sealed record StepResult(int Index, bool Passed, long Milliseconds);
