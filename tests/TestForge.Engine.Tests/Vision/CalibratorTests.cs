using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Vision;

public sealed class CalibratorTests
{
    [Fact]
    public void Thresholds_lie_where_the_pairs_part_and_are_tested_on_other_groups()
    {
        var calibration = Calibrator.Fit([.. Pairs(same: i => 0.9 + (i % 10 * 0.01), other: i => 0.4 + (i % 10 * 0.01))]);

        calibration.Thresholds.Support.ShouldBe(0.9);
        calibration.Thresholds.Veto.ShouldNotBeNull().ShouldBeInRange(0.45, 0.9);
        (calibration.Fitted + calibration.Tested.Same + calibration.Tested.Other).ShouldBe(400);
        calibration.Tested.ShouldBe(new(calibration.Tested.Same, calibration.Tested.Other, calibration.Tested.Same, 0, calibration.Tested.Other, 0));
    }

    [Fact]
    public void Where_pairs_do_not_part_there_are_no_thresholds()
    {
        var calibration = Calibrator.Fit([.. Pairs(same: i => 0.9, other: i => 0.9)]);

        calibration.Thresholds.ShouldBe(new(null, null));
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
        ElementSight.Judge(similarity, new(Support: 0.9, Veto: 0.5)).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Without_thresholds_sight_has_no_opinion_whatever_the_cosine(double similarity)
    {
        ElementSight.Judge(similarity, null).Verdict.ShouldBe(SightVerdict.NoOpinion);
        ElementSight.Judge(similarity, new(null, null)).Verdict.ShouldBe(SightVerdict.NoOpinion);
    }

    private static IEnumerable<MeasuredPair> Pairs(Func<int, double> same, Func<int, double> other) =>
        Enumerable.Range(0, 200).SelectMany(i => new MeasuredPair[] { new($"site-{i % 10}", true, same(i)), new($"site-{i % 10}", false, other(i)) });
}
