namespace TestForge.Engine.Reporting.Model;

/// <summary>A run in the trend. Health is absent when it was not known.</summary>
internal sealed record TrendPoint(
    Guid RunId,
    DateTimeOffset StartedAt,
    int Passed,
    int Flaky,
    int Healed,
    int Failed,
    int NotRun,
    int Findings,
    double? Health,
    long Milliseconds,
    bool Interrupted);
