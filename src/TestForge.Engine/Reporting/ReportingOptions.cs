namespace TestForge.Engine.Reporting;

/// <summary>What a host decides about reports.</summary>
public sealed class ReportingOptions
{
    /// <summary>The file that remembers earlier runs of the target; null means that none is kept.</summary>
    public string? HistoryFile { get; set; }
}
