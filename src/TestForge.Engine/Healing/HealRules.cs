using TestForge.Engine.Browser;
using TestForge.Engine.Healing.Identity;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>What a candidate must be, whatever its score. Each refusal is a sentence.</summary>
internal static class HealRules
{
    /// <summary>Returns why a candidate cannot stand for the element, or null.</summary>
    /// <param name="wanted">The element that is looked for.</param>
    /// <param name="candidate">An element of the page.</param>
    /// <param name="frameLeft">Whether the frame that the element was in is still there.</param>
    public static string? Refusal(ElementFingerprint wanted, FactsElement candidate, bool frameLeft) =>
        Unfitness(wanted, candidate, frameLeft) ?? (Anchored(wanted, candidate.Print) ? null : "nothing that names the element is the same");

    /// <summary>Returns why a candidate cannot be used as the element was, or not with the same meaning, or null.</summary>
    public static string? Unfitness(ElementFingerprint wanted, FactsElement candidate, bool frameLeft)
    {
        if (!candidate.Visible)
        {
            return "it is not visible";
        }

        if (!candidate.Enabled)
        {
            return "it is disabled";
        }

        if (ElementUses.Of(wanted) != ElementUses.Of(candidate.Print))
        {
            return $"it is used as {ElementUses.Of(candidate.Print)}, not as {ElementUses.Of(wanted)}";
        }

        if (!InSameFrame(wanted, candidate.Print, frameLeft))
        {
            return "it is in another frame";
        }

        var link = candidate.Link is { } address && Uri.TryCreate(address, UriKind.Absolute, out var leadsTo) ? leadsTo : null;
        var relation = NameRelations.Of(wanted.Name, candidate.Print.Name);
        var hazardBefore = DestructiveGuard.HazardOf(wanted, wanted.Href == candidate.Print.Href ? link : null);
        if (DestructiveGuard.HazardOf(candidate.Print, link) is { } hazard && hazardBefore != hazard && (hazardBefore is null || relation < NameRelation.Reworded))
        {
            return $"its meaning has changed: {hazard}";
        }

        return relation == NameRelation.Opposed ? $"its meaning has changed from '{wanted.Name}' to '{candidate.Print.Name}'" : null;
    }

    /// <summary>Whether another element has kept a name of the wanted one that the best candidate has not: then two properties each point elsewhere.</summary>
    public static bool Contradicts(ElementFingerprint wanted, ElementFingerprint best, ElementFingerprint other) =>
        !ReferenceEquals(best, other) && ElementUses.Of(wanted) == ElementUses.Of(other) && Names(wanted).Zip(Names(best), Names(other)).Any(n => IsSaid(n.First, n.Third) && !IsSaid(n.First, n.Second));

    // "Cart (0)" may be written with other blanks by now.
    private static bool IsSaid(string? before, string? now) => Same(before, now) || (before is not null && now is not null && NameRelations.Of(before, now) == NameRelation.Same);

    private static IEnumerable<string?> Names(ElementFingerprint print) =>
        [print.TestId, print.Id is { } id && IdentityEvidence.IsTelling(id) ? id : null, print.NameAttribute is { } name && IdentityEvidence.IsTelling(name) ? name : null, print.Name, print.Label];

    /// <summary>A frame may be renamed; an element that is in another frame beside its old one, or deeper, is another.</summary>
    private static bool InSameFrame(ElementFingerprint wanted, ElementFingerprint print, bool frameLeft) =>
        wanted.Frames.SequenceEqual(print.Frames) || (!frameLeft && wanted.Frames.Count == print.Frames.Count);

    /// <summary>
    /// Fields that look alike differ in their names alone (first name, surname), so alikeness without a name in common is no identity.
    /// </summary>
    private static bool Anchored(ElementFingerprint wanted, ElementFingerprint print) =>
        Same(wanted.TestId, print.TestId)
        || (Same(wanted.Id, print.Id) && IdentityEvidence.IsTelling(wanted.Id!))
        || (Same(wanted.NameAttribute, print.NameAttribute) && IdentityEvidence.IsTelling(wanted.NameAttribute!) && ElementUses.Of(wanted) != ElementUse.Check)
        || Same(wanted.Name, print.Name)
        || Same(wanted.Label, print.Label)
        || (Same(wanted.Href, print.Href) && IdentityEvidence.Leads(wanted.Href!))
        || NameRelations.Of(wanted.Name, print.Name) == NameRelation.Padded;

    private static bool Same(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
