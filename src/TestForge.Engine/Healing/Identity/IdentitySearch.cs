using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Identity;

/// <summary>
/// Looks for an element by what names it, and by elimination: what another known element of the page is cannot be it, and where
/// nearly all of a page is known, a control that none of the known ones explains is a new name for the one that is missing.
/// </summary>
internal sealed class IdentitySearch
{
    /// <summary>By how much an element must be ahead of the next: more than a landmark and classes in common.</summary>
    private const double ClearlyAhead = 0.8;

    /// <summary>By how much less evidence another known element may have and still claim a candidate that is the best it has.</summary>
    private const double ClaimsFrom = ClearlyAhead;

    /// <summary>By how much another element that is named like it too must be behind.</summary>
    private const double RivalsFrom = 1.25;

    /// <summary>Share of the controls of a page that known elements must explain before what is left is told by elimination.</summary>
    private const double NearlyAll = 0.7;

    /// <summary>Evidence that elimination asks for: a related name and its place or its classes and landmark.</summary>
    private const double EnoughWhenEliminated = 2;

    /// <summary>The same where all that was on the page is known, so that none of it is in the way: a related name and its landmark.</summary>
    private const double EnoughWhenAllKnown = 1.5;

    /// <summary>Evidence that is enough by itself without a name in common: another name of the same meaning in the same place.</summary>
    private const double EnoughWhenReworded = 3;

    /// <summary>Fewer known elements say nothing of how much of a page is known.</summary>
    private const int FewestKnown = 3;
    private const int Neighbours = 5;

    private readonly PlanElement _wanted;
    private readonly FactsElement[] _candidates;
    private readonly ElementFingerprint[] _page;
    private readonly (ElementFingerprint Before, ElementFingerprint After)[] _known;
    private readonly (PlanElement Element, ElementFingerprint[] Claims)[] _others;
    private readonly Dictionary<ElementFingerprint, (double X, double Y)> _shifts = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<(string Role, string Name), ElementFingerprint> _namesakes;
    private readonly bool _complete;
    private readonly bool _saysNotAlone;
    private readonly bool _nearlyAllKnown;

    /// <param name="wanted">The element that is looked for.</param>
    /// <param name="byPeople">Whether a person chose its locator.</param>
    /// <param name="others">The other elements of its page that are known.</param>
    /// <param name="complete">Whether they are all that the page had.</param>
    /// <param name="page">All elements of the page as it is now.</param>
    /// <param name="fits">Whether an element can stand for the one that is looked for at all.</param>
    public IdentitySearch(PlanElement wanted, bool byPeople, IReadOnlyList<PlanElement> others, bool complete, IReadOnlyList<FactsElement> page, Func<FactsElement, bool> fits)
    {
        _wanted = wanted;
        _candidates = [.. page.Where(fits)];
        _page = [.. page.Where(e => e.Visible).Select(e => e.Print)];
        _namesakes = others.Select(o => o.Print).Append(wanted.Print).ToLookup(p => (p.Role, p.Name));
        _others = [.. others.Select(o => (o, BestOf(o.Print, _page)))];
        _known = [.. _others.Where(o => o.Claims.Length == 1).Select(o => (o.Element.Print, o.Claims[0]))];
        _complete = complete;
        _saysNotAlone = !byPeople && wanted.Locator.Kind == LocatorKind.Css;
        _nearlyAllKnown = complete || IsNearlyAllKnown();
    }

    public IdentityFinding Find()
    {
        var shift = ShiftOf(_wanted.Print);
        var evidence = _candidates
            .Select(c => (Candidate: c, Evidence: IdentityEvidence.Of(_wanted.Print, c.Print, shift, RowWordsOf(_wanted.Print))))
            .Where(e => e.Evidence.Total > 0)
            .OrderByDescending(e => e.Evidence.Total)
            .ToArray();
        var free = evidence.Where(e => ClaimOn(e.Candidate.Print, e.Evidence, ClaimsFrom) is null).ToArray();
        if (free is not [var most, ..])
        {
            return IdentityFinding.None;
        }

        // "Find (work)" came beside "Find", however much it is in the old place.
        var best = free.FirstOrDefault(e => (most.Evidence.Strong < IdentityEvidence.HalfAName || e.Evidence.Total > most.Evidence.Total - RivalsFrom) && IsVariant(most, e), most);
        free = [best, .. free.Where(e => e.Candidate != best.Candidate && !IsVariant(e, best))];

        if (evidence.FirstOrDefault(e => IsNamedLike(e.Candidate.Print, e.Evidence)) is { Candidate: { } namesake } && namesake != best.Candidate && best.Evidence.Relation < NameRelation.Related)
        {
            return new(null, Contested: true, $"Its name is on another element, '{namesake.Print.Name}', than its identifiers, '{best.Candidate.Print.Name}'.");
        }

        if (best.Evidence.Strong >= IdentityEvidence.HalfAName && !IdentityEvidence.IsIdentified(_wanted.Print, best.Candidate.Print) && _page.FirstOrDefault(HasItsIdentifier) is { } identified)
        {
            return new(null, Contested: true, $"Its identifiers are on another element, '{identified.Name}', than its name, '{best.Candidate.Print.Name}'.");
        }

        if (LeadsElsewhere(best.Candidate.Print) && !IdentityEvidence.IsIdentified(_wanted.Print, best.Candidate.Print) && _page.FirstOrDefault(HasItsAddress) is { } leading)
        {
            return new(null, Contested: true, $"Its address is on another element, '{leading.Name}', than its name, '{best.Candidate.Print.Name}'.");
        }

        if (best.Evidence.Relation < NameRelation.Padded && HasLostTwin() && evidence.FirstOrDefault(e => e.Candidate != best.Candidate && e.Evidence.Strong >= IdentityEvidence.HalfAName) is { Candidate: { } either })
        {
            return new(null, Contested: true, $"Two elements of its name and address are gone, and two are left that may be either: '{best.Candidate.Print.Name}' and '{either.Print.Name}'.");
        }

        // One that another known element claims is a rival still, unless that element has clearly more of a right to it.
        var rivals = evidence.Where(e => e.Candidate != best.Candidate && !IsVariant(e, best) && e.Evidence.Strong >= IdentityEvidence.OneName && e.Evidence.Total > best.Evidence.Total - RivalsFrom);
        if (rivals.Where(e => ClaimOn(e.Candidate.Print, e.Evidence, -ClearlyAhead) is null).Select(e => e.Candidate).ToArray() is [var rival, ..] alike)
        {
            return new(null, Contested: true, $"Two elements have something of it: '{best.Candidate.Print.Name}' and '{rival.Print.Name}'.") { Alike = [best.Candidate, .. alike] };
        }

        // A new name is as much like the old one as that of a control that came beside it.
        if (best.Evidence is { Strong: < IdentityEvidence.HalfAName, Relation: NameRelation.Related } && free.Skip(1).FirstOrDefault(e => e.Evidence.Relation >= NameRelation.Related) is { Candidate: { } beside })
        {
            return new(null, Contested: true, $"Two elements have names like its own: '{best.Candidate.Print.Name}' and '{beside.Print.Name}'.");
        }

        var ahead = best.Evidence.Total - free.Skip(1).Select(e => e.Evidence.Total).FirstOrDefault();
        return ahead >= ClearlyAhead && IsEnough(best.Candidate.Print, best.Evidence)
            ? new(best.Candidate, Contested: false, $"The same: {string.Join(", ", best.Evidence.Same)}. No other element of the page has as much of it.")
            : IdentityFinding.None;
    }

    /// <summary>Why an element that is alike must not be taken, or null: what it has of the one that is looked for is as much another's, or never told it alone.</summary>
    public string? Doubt(ElementFingerprint print)
    {
        var evidence = IdentityEvidence.Of(_wanted.Print, print, ShiftOf(_wanted.Print), RowWordsOf(_wanted.Print));
        return ClaimOn(print, evidence, ClaimsFrom) is { } other ? $"it is another element that the plan knows, the {other.Name}"
            : evidence.Strong < IdentityEvidence.HalfAName || !WasAlone(print, evidence) ? "what names the element named others too"
            : null;
    }

    /// <summary>Whether a candidate is named like another one with more words, where that other one's name says all that the old name said, and nothing else names the candidate alone.</summary>
    private bool IsVariant((FactsElement Candidate, IdentityEvidence Evidence) one, (FactsElement Candidate, IdentityEvidence Evidence) of) =>
        NameRelations.Extends(one.Candidate.Print.Name, of.Candidate.Print.Name) && NameRelations.Covers(of.Candidate.Print.Name, _wanted.Print.Name)
        && one.Evidence.Names.All(of.Evidence.Names.Contains);

    /// <summary>Whether something says that an element is another: it stands in another row, or its name means the opposite.</summary>
    public bool SpeaksAgainst(ElementFingerprint print) =>
        IdentityEvidence.Of(_wanted.Print, print, ShiftOf(_wanted.Print), RowWordsOf(_wanted.Print)) is var evidence && evidence.Total < evidence.Strong;

    /// <summary>Whether an element has an identifier of the one that is looked for, and no known element had it there.</summary>
    private bool HasItsIdentifier(ElementFingerprint print) => ElementUses.Of(print) == ElementUses.Of(_wanted.Print)
        && IdentityEvidence.IsIdentified(_wanted.Print, print)
        && !_others.Any(o => o.Claims.Any(c => ReferenceEquals(c, print)) && IdentityEvidence.IsIdentified(o.Element.Print, print));

    private bool LeadsElsewhere(ElementFingerprint print) =>
        _wanted.Print.Href is { } before && IdentityEvidence.Leads(before) && print.Href is { } now && IdentityEvidence.Leads(now) && !string.Equals(before, now, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an element leads where the one that is looked for led, and no known element that it may be did.</summary>
    private bool HasItsAddress(ElementFingerprint print) => string.Equals(print.Href, _wanted.Print.Href, StringComparison.OrdinalIgnoreCase)
        && !_others.Any(o => string.Equals(o.Element.Print.Href, _wanted.Print.Href, StringComparison.OrdinalIgnoreCase) && o.Claims.Any(c => ReferenceEquals(c, print)));

    /// <summary>Whether another known element had the same name and address, and has not kept its name either.</summary>
    private bool HasLostTwin() => _others.Any(o => o.Element.Print.Name == _wanted.Print.Name && o.Element.Print.Href == _wanted.Print.Href
        && !o.Claims.Any(c => NameRelations.Of(_wanted.Print.Name, c.Name) == NameRelation.Same));

    /// <summary>Whether a candidate has the very name, and no known element had it there.</summary>
    private bool IsNamedLike(ElementFingerprint candidate, IdentityEvidence evidence) => evidence.Relation == NameRelation.Same
        && !_others.Any(o => o.Claims.Any(c => ReferenceEquals(c, candidate)) && NameRelations.Of(o.Element.Print.Name, candidate.Name) == NameRelation.Same);

    private bool IsEnough(ElementFingerprint candidate, IdentityEvidence evidence)
    {
        if (evidence.Relation == NameRelation.Opposed)
        {
            return false;
        }

        // A name with more words beside it is the name of another control as often as a new one.
        var enough = _nearlyAllKnown ? IdentityEvidence.HalfAName : evidence is { Relation: NameRelation.Padded, Strong: < IdentityEvidence.OneName } ? EnoughWhenReworded : IdentityEvidence.OneName;
        if (evidence.Strong >= IdentityEvidence.HalfAName && evidence.Total >= enough)
        {
            return WasAlone(candidate, evidence);
        }

        return evidence.Relation switch
        {
            NameRelation.Reworded => evidence.Total >= EnoughWhenReworded || (evidence.Total >= EnoughWhenEliminated && _nearlyAllKnown),
            NameRelation.Related => evidence.Total >= (_complete ? EnoughWhenAllKnown : EnoughWhenEliminated) && _nearlyAllKnown,
            _ => false,
        };
    }

    /// <summary>
    /// Whether what is the same named the element alone before. A locator that needed its landmark or its place says that its name did not;
    /// to one address links may lead from several places, of which only some are known.
    /// </summary>
    private bool WasAlone(ElementFingerprint candidate, IdentityEvidence evidence)
    {
        if (evidence.Same.Any(s => s is "test id" or "id" or "name attribute" or "label" or "placeholder"))
        {
            return true;
        }

        // Where not all is known, another link may have led to the same address all along.
        if (!_complete && evidence.Relation < NameRelation.Related)
        {
            return false;
        }

        if (_wanted.Locator.Nth is not null)
        {
            return evidence.Same.Contains("row");
        }

        if (_complete)
        {
            return true;
        }

        // A name that was not the locator where it could have been one was another's too.
        if (_saysNotAlone)
        {
            return false;
        }

        if (_nearlyAllKnown)
        {
            return true;
        }

        return IdentityEvidence.IsInLandmark(_wanted.Print, candidate) || (_wanted.Locator.Within is null && (_wanted.Print.Role == candidate.Role || evidence.Same.Contains("place")) && evidence.Relation >= NameRelation.Reworded);
    }

    /// <summary>Words around an element that were not around others of its name, or null where it had its name alone.</summary>
    private HashSet<string>? RowWordsOf(ElementFingerprint before) => _namesakes[(before.Role, before.Name)].Where(p => !ReferenceEquals(p, before)).ToArray() is { Length: > 0 } others
        ? [.. PlainWords.Of(before.NeighbourText ?? "").Except(others.SelectMany(o => PlainWords.Of(o.NeighbourText ?? "")))]
        : null;

    private bool IsNearlyAllKnown()
    {
        var controls = _page.Count(p => ElementUses.Of(p) != ElementUse.Read);
        var explained = _known.Where(k => ElementUses.Of(k.After) != ElementUse.Read).Select(k => k.After).ToHashSet((IEqualityComparer<ElementFingerprint>)ReferenceEqualityComparer.Instance).Count;
        return explained >= Math.Max(FewestKnown, (controls - 1) * NearlyAll);
    }

    /// <summary>The known element that a candidate is instead, or null.</summary>
    /// <param name="candidate">An element of the page.</param>
    /// <param name="own">What says that it is the one that is looked for.</param>
    /// <param name="leeway">How much less the known element may have.</param>
    private PlanElement? ClaimOn(ElementFingerprint candidate, IdentityEvidence own, double leeway) =>
        _others.FirstOrDefault(o => o.Claims.Any(c => ReferenceEquals(c, candidate))
            && IdentityEvidence.Of(o.Element.Print, candidate, ShiftOf(o.Element.Print), RowWordsOf(o.Element.Print)) is var claim && claim.Total >= own.Total - leeway).Element;

    /// <summary>The elements that have most of one that was there before, if they have anything that names it.</summary>
    private ElementFingerprint[] BestOf(ElementFingerprint before, ElementFingerprint[] page)
    {
        var evidence = page.Where(p => ElementUses.Of(p) == ElementUses.Of(before) && IdentityEvidence.IsNamed(before, p)).Select(p => (Print: p, Evidence: IdentityEvidence.Of(before, p, default, RowWordsOf(before)))).Where(e => e.Evidence.Strong >= IdentityEvidence.OneName).ToArray();
        var most = evidence.Select(e => e.Evidence.Total).Append(0).Max();
        return [.. evidence.Where(e => e.Evidence.Total >= most - ClaimsFrom && e.Evidence.Relation != NameRelation.Opposed).Select(e => e.Print)];
    }

    /// <summary>How far what stood nearest has moved: the median, so that one that moved by itself does not decide.</summary>
    private (double X, double Y) ShiftOf(ElementFingerprint wanted)
    {
        if (_shifts.TryGetValue(wanted, out var known))
        {
            return known;
        }

        var nearest = _known
            .OrderBy(k => double.Hypot(k.Before.Box.X - wanted.Box.X, k.Before.Box.Y - wanted.Box.Y))
            .Take(Neighbours)
            .ToArray();
        return _shifts[wanted] = nearest.Length == 0
            ? default
            : (Median(nearest.Select(k => k.After.Box.X - k.Before.Box.X)), Median(nearest.Select(k => k.After.Box.Y - k.Before.Box.Y)));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
