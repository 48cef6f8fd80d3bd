using TestForge.Engine.Healing.Ranking;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>The other elements of a page that the plan knows. What one of them explains better cannot be the one that is looked for.</summary>
internal sealed class KnownElements
{
    // Two entries of one element score the same up to where and when it was read.
    private const double ClearlyBetter = 0.02;

    private readonly PlanElement _wanted;
    private readonly PlanElement[] _others;

    private KnownElements(PlanElement wanted, PlanElement[] others)
    {
        _wanted = wanted;
        _others = others;
    }

    public static KnownElements Beside(PlanElement wanted, TestPlan plan) =>
        new(wanted, [.. plan.Elements.Where(e => e.PageId == wanted.PageId && e.Id != wanted.Id)]);

    public Surroundings Around => new(_others.Select(o => o.Print));

    public IReadOnlyList<PlanElement> Others => _others;

    /// <summary>Returns which element a candidate is instead, as a reason, or null.</summary>
    public string? Claim(ElementFingerprint candidate)
    {
        var own = ElementRanker.Default.Score(_wanted.Print, candidate);
        var better = _others.FirstOrDefault(o => ElementRanker.Default.Score(o.Print, candidate) > own + ClearlyBetter);
        return better is null ? null : $"it is another element that the plan knows, the {better.Name}";
    }
}
