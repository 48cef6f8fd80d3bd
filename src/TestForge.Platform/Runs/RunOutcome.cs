using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

/// <summary>What came of a run.</summary>
/// <param name="Summary">In figures.</param>
/// <param name="Plan">The plan, or null when it did not come to one.</param>
/// <param name="Results">What became of the plan's cases, or null when none ran.</param>
/// <param name="Files">What it left, by the names people look for.</param>
public sealed record RunOutcome(RunSummary Summary, TestPlan? Plan, RunResults? Results, IReadOnlyDictionary<string, ArtifactRef> Files);
