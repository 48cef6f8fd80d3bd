using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A locator that broke, and what was done about it.</summary>
internal sealed record ReportHeal
{
    [Description("What `testforge heals` calls it; absent when there is nothing to approve or reject.")]
    public string? Id { get; init; }

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

    [Description("The most that may be done with it in the cases it broke.")]
    public HealingPolicy Policy { get; init; } = HealingPolicy.HealAndReport;

    [Description("True when the new locator was written into the plan and the scripts.")]
    public bool Patched { get; init; }

    [Description("True when a person had approved it in an earlier run.")]
    public bool Remembered { get; init; }

    [Description("The language model that picked the element among look-alikes; absent when rules chose it.")]
    public string? PickedBy { get; init; }

    public required double Score { get; init; }
    public required double Margin { get; init; }
    public string Reason { get; init; } = "";

    [Description("Whether the candidate looks like the element; absent when no picture of the element was kept.")]
    public SightOpinion? Sight { get; init; }

    [Description("The element as it looked when a step last passed on it.")]
    public ReportEvidence? LookBefore { get; init; }

    [Description("What the new locator finds, as it looks.")]
    public ReportEvidence? LookAfter { get; init; }

    public ReportElement? Before { get; init; }
    public ReportElement? After { get; init; }
    public IReadOnlyList<ReportCandidate> Candidates { get; init; } = [];

    [Description("The cases that it broke.")]
    public IReadOnlyList<CaseName> Cases { get; init; } = [];

    [Description("Every case of the plan that uses the element, so that the reach of a patch is known.")]
    public IReadOnlyList<CaseName> Uses { get; init; } = [];
}
