using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A page of the application.</summary>
internal sealed record ReportPage
{
    public required string Id { get; init; }
    public required string Url { get; init; }
    public string Title { get; init; } = "";
    public required PageOutcome Outcome { get; init; }
    public string? OutcomeDetail { get; init; }
    public int Status { get; init; }
    public int Depth { get; init; }
    public double ResponseMilliseconds { get; init; }
    public double LoadMilliseconds { get; init; }
    public int Elements { get; init; }
    public int Forms { get; init; }
    public int ConsoleMessages { get; init; }
    public int FailedRequests { get; init; }

    [Description("How many cases that ran touch the page.")]
    public int Tests { get; init; }

    [Description("How many findings name the page.")]
    public int Findings { get; init; }

    public ReportEvidence? Screenshot { get; init; }
}
