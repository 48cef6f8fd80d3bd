using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A locator that broke, and what was done about it.</summary>
internal sealed record ReportHeal
{
    public required string ElementId { get; init; }
    public required string Element { get; init; }
    public string? PageId { get; init; }
    public required HealDecision Decision { get; init; }

    [Description("The locator that broke, in Playwright's terms.")]
    public required string Old { get; init; }

    [Description("The locator proposed, in Playwright's terms; absent unless the decision is healed.")]
    public string? New { get; init; }

    [Description("True when a case passed whole with the new locator and nothing else changed.")]
    public required bool Proved { get; init; }

    public required double Score { get; init; }
    public required double Margin { get; init; }
    public string Reason { get; init; } = "";
    public ReportElement? Before { get; init; }
    public ReportElement? After { get; init; }
    public IReadOnlyList<ReportCandidate> Candidates { get; init; } = [];
    public IReadOnlyList<CaseName> Cases { get; init; } = [];
}
