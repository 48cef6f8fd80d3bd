namespace TestForge.Engine.Reporting.Model;

/// <summary>An element considered in a heal.</summary>
internal sealed record ReportCandidate(string Element, double Score, IReadOnlyDictionary<string, double> Signals);
