using TestForge.Engine.Healing.Ranking;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>The other elements of a page that the plan knows. What one of them explains better cannot be the one that is looked for.</summary>
internal sealed class KnownElements
{
    // Two entries of one element score the same up to where and when it was read.
    private const double ClearlyBetter = 0.02;

    private readonly PlanElement _wanted;
    private readonly PlanElement[] _others;

    private KnownElements(PlanElement wanted, PlanElement[] others, bool complete)
    {
        _wanted = wanted;
        _others = others;
        Complete = complete;
    }

    /// <param name="wanted">The element that is looked for.</param>
    /// <param name="plan">Its plan, which knows the elements that cases use.</param>
    /// <param name="page">All elements of its page when a step last passed on it; none when it was not seen.</param>
    public static KnownElements Beside(PlanElement wanted, TestPlan plan, IReadOnlyList<ElementFingerprint> page)
    {
        // A case may have passed on the page since the change: what is new there is no other element, and may be the very one.
        var complete = page.Any(p => IsSame(wanted, p));
        var planned = plan.Elements.Where(e => e.PageId == wanted.PageId && e.Id != wanted.Id).ToArray();
        var seen = (complete ? page : [])
            .Where(p => !IsSame(wanted, p) && !planned.Any(e => IsSame(e, p)))
            .Select((p, i) => new PlanElement($"seen-{i}", wanted.PageId, p.Name.Length > 0 ? p.Name : p.Tag, LocatorCandidates.For(p)[0].Locator, p));
        return new(wanted, [.. planned, .. seen], complete);
    }

    /// <summary>Whether all elements of the page as it was are known.</summary>
    public bool Complete { get; }

    // Read with the page, or alone when a step used it: what stands around it may differ between the two.
    private static bool IsSame(PlanElement element, ElementFingerprint print) =>
        element.Print.Tag == print.Tag && element.Print.Name == print.Name && element.Print.Frames.SequenceEqual(print.Frames)
        && (element.Print.XPath == print.XPath || NewLocator.Finds(element.Locator, print));

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
