using TestForge.Engine.Browser;

namespace TestForge.Engine.Healing.Identity;

/// <summary>What looking for an element by its identity came to.</summary>
/// <param name="Element">The element, when exactly one can be it.</param>
/// <param name="Contested">Two elements each have something of the one that is looked for, so that none is sure.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record IdentityFinding(FactsElement? Element, bool Contested, string Reason)
{
    /// <summary>The elements between which it cannot choose though each of them may be the one; none where what names it points to different elements.</summary>
    public IReadOnlyList<FactsElement> Alike { get; init; } = [];

    public static IdentityFinding None { get; } = new(null, false, "");
}
