namespace TestForge.Pipeline;

/// <param name="Plan">The plan.</param>
/// <param name="CaseIds">Its cases.</param>
/// <param name="Interrupted">Whether design was told to stop.</param>
/// <param name="Application">What a language model made of the application, or null when none was asked.</param>
public sealed record DesignOutput(ArtifactRef Plan, IReadOnlyList<string> CaseIds, bool Interrupted, ArtifactRef? Application = null) : IInterruptible;
