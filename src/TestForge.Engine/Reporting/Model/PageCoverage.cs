using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

[Description("What tests did on one page.")]
internal sealed record PageCoverage
{
    public required string PageId { get; init; }

    [Description("Tests that ran and touch the page, by design technique.")]
    public required IReadOnlyDictionary<string, TechniqueCount> Techniques { get; init; }

    public required CoverageFigure States { get; init; }
    public required CoverageFigure Forms { get; init; }

    [Description("Ways that begin on the page.")]
    public required CoverageFigure Ways { get; init; }
}
