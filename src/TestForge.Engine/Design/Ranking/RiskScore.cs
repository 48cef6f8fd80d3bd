using TestForge.Pipeline;

namespace TestForge.Engine.Design.Ranking;

/// <summary>What a failure would cost times how likely it is.</summary>
/// <remarks>
/// risk = 100 × impact × likelihood, where likelihood is the technique's weight and
/// impact = 0.4 × reach + 0.6 × value; reach = ½ × 1 / (1 + 0.35 × depth) + ½ × √(share of pages that link to the page);
/// value is what the page or form is worth to the business. All parts lie in 0 to 1. The product of impact and likelihood
/// is the usual definition of risk in risk-based testing (ISO/IEC/IEEE 29119-1); the weights are ours.
/// </remarks>
internal sealed class RiskScore
{
    private const double ReachShare = 0.4;
    private const double DepthPenalty = 0.35;

    private readonly DesignContext _context;
    private readonly Dictionary<string, double> _linkShare;

    public RiskScore(DesignContext context)
    {
        _context = context;
        var total = Math.Max(1, context.Site.Pages.Count - 1);
        _linkShare = context.Site.Transitions
            .Where(t => t.From != t.To)
            .GroupBy(t => t.To)
            .ToDictionary(g => g.Key, g => Math.Min(1.0, g.Select(t => t.From).Distinct().Count() / (double)total));
    }

    public double Of(CaseDraft draft)
    {
        var depth = _context.Page(draft.PageId).Depth;
        var reach = (0.5 / (1 + (DepthPenalty * depth))) + (0.5 * Math.Sqrt(_linkShare.GetValueOrDefault(draft.PageId)));
        var impact = (ReachShare * reach) + ((1 - ReachShare) * draft.Value);
        return Math.Round(Math.Clamp(100 * impact * draft.Likelihood, 0, 100), 1);
    }
}
