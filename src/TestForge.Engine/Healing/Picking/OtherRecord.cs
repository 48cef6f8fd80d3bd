using TestForge.Engine.Browser;
using TestForge.Engine.Healing.Identity;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Picking;

/// <summary>Tells the control of one record from the same control of another: rows of orders or prices differ in their numbers alone.</summary>
internal static class OtherRecord
{
    /// <summary>Whether both stand in rows, and no number of the one is in the row of the other.</summary>
    public static bool Is(ElementFingerprint wanted, ElementFingerprint print) =>
        IdentityEvidence.IsInRow(wanted) && IdentityEvidence.IsInRow(print)
        && NumbersOf(wanted) is { Count: > 0 } mine && NumbersOf(print) is { Count: > 0 } its && !mine.Overlaps(its);

    private static HashSet<string> NumbersOf(ElementFingerprint print) => [.. PlainWords.Of(print.NeighbourText).Where(w => w.Any(char.IsDigit))];
}
