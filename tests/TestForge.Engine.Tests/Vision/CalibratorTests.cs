using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Vision;

public sealed class CalibratorTests
{
    [Fact]
    public void Thresholds_lie_where_the_pairs_part_and_are_tested_on_other_groups()
    {
        var calibration = Calibrator.Fit([.. Pairs(same: i => 0.9 + (i / 10 % 10 * 0.01), other: i => 0.4 + (i / 10 % 10 * 0.01))]);

        calibration.Thresholds.Support.ShouldBe(0.9);
        calibration.Thresholds.Veto.ShouldNotBeNull().ShouldBeInRange(0.45, 0.9);
        calibration.Fitted.ShouldBe(400);
        calibration.Tested.ShouldBe(new(Same: 200, Other: 200, Supported: 200, WronglySupported: 0, Vetoed: 200, WronglyVetoed: 0));
    }

    [Fact]
    public void Where_pairs_do_not_part_there_are_no_thresholds()
    {
        var calibration = Calibrator.Fit([.. Pairs(same: i => 0.9, other: i => 0.9)]);

        (calibration.Thresholds.Support, calibration.Thresholds.Veto).ShouldBe((null, null));
        calibration.Tested.Supported.ShouldBe(0);
    }

    [Fact]
    public void Few_that_are_the_same_may_be_held_back_and_no_more()
    {
        // Two of a hundred that are the same lie below all others.
        var calibration = Calibrator.Fit([.. Pairs(same: i => i % 50 == 0 ? 0.1 : 0.9, other: i => 0.5)]);

        calibration.Thresholds.Veto.ShouldBeNull();
        calibration.Thresholds.Support.ShouldBe(0.9);
    }

    [Fact]
    public void What_holds_on_one_site_and_not_on_another_is_no_threshold()
    {
        // Pooled, one wrong pair in sixty would pass; on the site where they are, it is one in six.
        var calibration = Calibrator.Fit([.. Pairs(same: i => 0.9, other: i => i % 10 == 0 && i < 40 ? 0.9 : 0.4)]);

        calibration.Thresholds.Support.ShouldBeNull();
    }

    [Fact]
    public void Structure_counts_for_as_much_as_it_tells()
    {
        var telling = Pairs(i => 0.9, i => 0.2).Select((p, i) => p with { Figures = new(0.5 + (i % 7 * 0.05), 0.5 + (i % 5 * 0.05), p.Figures.Structure) });

        Calibrator.Fit([.. telling]).Thresholds.StructureWeight.ShouldBe(0.3);
        Calibrator.Fit([.. telling.Select(p => p with { Figures = new(p.Figures.Structure, p.Figures.Structure, 0.5) })]).Thresholds.StructureWeight.ShouldBe(0);
    }

    [Fact]
    public void Refuses_to_measure_by_too_few()
    {
        var e = Should.Throw<StageException>(() => Calibrator.Fit([.. Pairs(i => 0.9, i => 0.1).Take(60)]));

        e.Code.ShouldBe("vision.pairs_too_few");
    }

    [Theory]
    [InlineData(0.95, SightVerdict.Support)]
    [InlineData(0.9, SightVerdict.Support)]
    [InlineData(0.7, SightVerdict.NoOpinion)]
    [InlineData(0.5, SightVerdict.NoOpinion)]
    [InlineData(0.49, SightVerdict.Veto)]
    [InlineData(double.NaN, SightVerdict.Veto)]
    public void Sight_speaks_by_its_thresholds(double similarity, SightVerdict verdict) =>
        LookJudge.Judge(similarity, new(0.5, Support: 0.9, Veto: 0.5)).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Without_thresholds_sight_has_no_opinion_whatever_the_cosine(double similarity) =>
        LookJudge.Judge(similarity, SightThresholds.None).Verdict.ShouldBe(SightVerdict.NoOpinion);

    private static IEnumerable<MeasuredPair> Pairs(Func<int, double> same, Func<int, double> other) =>
        Enumerable.Range(0, 200).SelectMany(i => new MeasuredPair[] { new($"site-{i % 10}", true, Figures(same(i))), new($"site-{i % 10}", false, Figures(other(i))) });

    private static LookFigures Figures(double all) => new(all, all, all);
}
