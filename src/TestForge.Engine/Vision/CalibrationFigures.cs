using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>How thresholds did on pairs they were not fitted on.</summary>
/// <param name="Same">Pairs of one element.</param>
/// <param name="Other">Pairs of two.</param>
/// <param name="Supported">Pairs of one element that are supported.</param>
/// <param name="WronglySupported">Pairs of two that are supported.</param>
/// <param name="Vetoed">Pairs of two that are vetoed.</param>
/// <param name="WronglyVetoed">Pairs of one element that are vetoed.</param>
public sealed record CalibrationFigures(int Same, int Other, int Supported, int WronglySupported, int Vetoed, int WronglyVetoed)
{
    internal CalibrationFigures Plus(CalibrationFigures other) => new(
        Same + other.Same,
        Other + other.Other,
        Supported + other.Supported,
        WronglySupported + other.WronglySupported,
        Vetoed + other.Vetoed,
        WronglyVetoed + other.WronglyVetoed);

    internal static CalibrationFigures Of(IReadOnlyList<MeasuredPair> pairs, SightThresholds thresholds)
    {
        return new(pairs.Count(p => p.Same), pairs.Count(p => !p.Same), Count(true, SightVerdict.Support), Count(false, SightVerdict.Support), Count(false, SightVerdict.Veto), Count(true, SightVerdict.Veto));

        int Count(bool same, SightVerdict verdict) => pairs.Count(p => p.Same == same && LookJudge.Judge(p.Figures.Weighed(thresholds.StructureWeight), thresholds).Verdict == verdict);
    }
}
