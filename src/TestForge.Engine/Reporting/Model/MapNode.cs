using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A page as loaded, or a state of it.</summary>
internal sealed record MapNode
{
    [Description("Id in the site map: p3 for a page, p3.s2 for a state.")]
    public required string Id { get; init; }

    public required string PageId { get; init; }
    public required string Title { get; init; }

    [Description("Address of the page.")]
    public required string Url { get; init; }

    public required PageOutcome Outcome { get; init; }

    [Description("The node from which this one was reached first; absent for the start and for what nothing leads to.")]
    public string? Parent { get; init; }

    [Description("What was done there to get here.")]
    public string? Via { get; init; }

    [Description("Ids of the cases that ran and touch the node.")]
    public IReadOnlyList<string> Cases { get; init; } = [];

    [Description("Picture of a state; that of a page is with the pages.")]
    public ReportEvidence? Screenshot { get; init; }

    /// <summary>Whether this is a state rather than a page.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsState => Id != PageId;
}
