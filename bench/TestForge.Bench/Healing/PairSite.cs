using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>A site of a file of pairs: elements as they were, and all elements of the later page.</summary>
internal sealed record PairSite(string Name, IReadOnlyList<PairTarget> Targets, IReadOnlyList<PairElement> Candidates)
{
    // VON Similo's: boxes that overlap so much are one element to a person.
    private const double SameBox = 0.85;

    /// <summary>Whether a candidate is the right one, or one whose box overlaps it.</summary>
    public bool Overlaps(PairTarget target, int candidate) =>
        candidate == target.Match || Overlap(Candidates[candidate].Print.Box, Candidates[target.Match].Print.Box) > SameBox;

    private static double Overlap(ElementBox one, ElementBox other)
    {
        var width = Math.Min(one.X + one.Width, other.X + other.Width) - Math.Max(one.X, other.X);
        var height = Math.Min(one.Y + one.Height, other.Y + other.Height) - Math.Max(one.Y, other.Y);
        var shared = Math.Max(0, width) * Math.Max(0, height);
        return shared <= 0 ? 0 : shared / ((one.Width * one.Height) + (other.Width * other.Height) - shared);
    }
}
