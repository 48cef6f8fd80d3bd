namespace TestForge.Engine.Patching.Reports;

/// <summary>What a report tells of a run of a suite.</summary>
/// <param name="Config">The configuration file below the suite's folder; null when it lies elsewhere.</param>
/// <param name="Tests">Every test, once for each project that it ran in.</param>
internal sealed record SuiteRun(string? Config, IReadOnlyList<SuiteTest> Tests);
