using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

/// <summary>What came of a run.</summary>
/// <param name="Summary">In figures.</param>
/// <param name="Plan">The plan, or null when it did not come to one.</param>
/// <param name="Results">What became of the plan's cases, or null when none ran.</param>
/// <param name="Files">What it left, by the names people look for.</param>
public sealed record RunOutcome(RunSummary Summary, TestPlan? Plan, RunResults? Results, IReadOnlyDictionary<string, ArtifactRef> Files)
{
    /// <summary>The pages that were found, or null when none were.</summary>
    public SiteMap? Site { get; init; }

    /// <summary>Parts of pages that did not look as in their baselines.</summary>
    public IReadOnlyList<SeenLook> Looks { get; init; } = [];

    /// <summary>How much its folder holds.</summary>
    public long StoredBytes { get; init; }
}
