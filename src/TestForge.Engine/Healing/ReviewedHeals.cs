using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>What people have said of earlier heals of an element, on the page where it is looked for now.</summary>
internal sealed class ReviewedHeals
{
    private readonly PlanElement _element;
    private readonly PageFacts _facts;
    private readonly RememberedHeal? _approved;
    private readonly FactsElement[] _rejected;

    public ReviewedHeals(HealMemory memory, PlanElement element, string page, PageFacts facts)
    {
        (_element, _facts) = (element, facts);
        _approved = memory.ApprovedFor(element, page);
        _rejected = [.. facts.Elements.Where(e => memory.IsRejected(element, page, e.Print))];
    }

    /// <summary>The page without the elements that a person has said are not the one.</summary>
    public PageFacts Left => _rejected.Length == 0 ? _facts : _facts with { Elements = [.. _facts.Elements.Except(_rejected)] };

    /// <summary>The heal that a person approved, when it fits the page: the old locator finds nothing, the new one exactly one element. Else null.</summary>
    public HealRecord? Approved() =>
        _approved is not null && !NewLocator.Matches(_approved.Old, _facts).Any() && NewLocator.Matches(_approved.New, _facts).ToArray() is [var found]
            ? _approved.Again(_element) with { After = found.Print }
            : null;

    /// <summary>Says in the reason what was passed over.</summary>
    public HealRecord Tell(HealRecord record) => _rejected is [var first, ..]
        ? record with { Reason = $"{record.Reason} Passed over, because a person has rejected it for this element: '{first.Print.Name}'." }
        : record;
}
