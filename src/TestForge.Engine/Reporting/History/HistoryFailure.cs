namespace TestForge.Engine.Reporting.History;

/// <summary>A group of failures by its key.</summary>
internal sealed record HistoryFailure(string Key, string Title);
