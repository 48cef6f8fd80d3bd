namespace TestForge.Pipeline;

/// <summary>Files holds each report by the name it is published under.</summary>
public sealed record ReportOutput(RunSummary Summary, IReadOnlyDictionary<string, ArtifactRef> Files);
