namespace TestForge.Engine.Vision;

/// <summary>Two looks that a person, or the mutation that made them, says are of one element or of two.</summary>
/// <param name="Group">Pairs of one group are never split between fitting and testing; the site, usually.</param>
/// <param name="Same">Whether it is one element.</param>
/// <param name="Before">The element as it was.</param>
/// <param name="After">The candidate.</param>
internal sealed record LabelledPair(string Group, bool Same, ElementLook Before, ElementLook After);
