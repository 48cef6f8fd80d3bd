using TestForge.Engine.Browser;

namespace TestForge.Engine.Healing.Identity;

/// <summary>What looking for an element by its identity came to.</summary>
/// <param name="Element">The element, when exactly one can be it.</param>
/// <param name="Contested">Two elements each have something of the one that is looked for, so that none is sure.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record IdentityFinding(FactsElement? Element, bool Contested, string Reason)
{
    public static IdentityFinding None { get; } = new(null, false, "");
}
