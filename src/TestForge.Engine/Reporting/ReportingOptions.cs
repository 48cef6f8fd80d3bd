using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Reporting;

/// <summary>What a host decides about reports.</summary>
public sealed class ReportingOptions
{
    /// <summary>How long the report waits for the language model to say what the run means, in seconds, before rules say it. The default is 90.</summary>
    [Range(1, 600)]
    public int InsightSeconds { get; set; } = 90;

    /// <summary>The file that remembers earlier runs of the target; null means that none is kept.</summary>
    public string? HistoryFile { get; set; }

    /// <summary>The folder of baselines, in which it is remembered what was approved and rejected; null means that nothing is.</summary>
    public string? BaselineFolder { get; set; }
}
