using TestForge.Engine.Pictures;
using TestForge.Engine.Tests.Vision;

namespace TestForge.Engine.Tests.Pictures;

public sealed class StructuralSimilarityTests
{
    [Fact]
    public void Equal_pictures_are_wholly_alike() =>
        StructuralSimilarity.Compare(SamplePictures.Button(1), SamplePictures.Button(1)).Values.ShouldAllBe(v => Math.Abs(v - 1) < 1e-3);

    [Fact]
    public void Plain_surfaces_differ_by_their_brightness_alone()
    {
        // Without structure, all that is left of the formula is (2xy + C1) / (x² + y² + C1).
        var (x, y, c1) = (200.0, 100.0, 6.5025);

        var map = StructuralSimilarity.Compare(Plain(200), Plain(100));

        map.Mean().ShouldBe(((2 * x * y) + c1) / ((x * x) + (y * y) + c1), 1e-3);
    }

    [Fact]
    public void What_is_inverted_has_the_opposite_structure()
    {
        var stripes = SamplePictures.Drawn(40, 40, (x, _) => x / 4 % 2 == 0 ? (78, 78, 78) : (178, 178, 178));
        var inverted = SamplePictures.Drawn(40, 40, (x, _) => x / 4 % 2 == 1 ? (78, 78, 78) : (178, 178, 178));

        StructuralSimilarity.Compare(stripes, inverted).Mean().ShouldBeLessThan(-0.8);
    }

    [Fact]
    public void A_change_shows_where_it_is_and_what_is_left_out_does_not_count()
    {
        var before = SamplePictures.Field(100, 60);
        var after = SamplePictures.Drawn(100, 60, (x, y) => x is >= 40 and < 60 && y is >= 20 and < 40 ? (0, 0, 0) : before.Pixel((y * 100) + x) switch { var p => (p[0], p[1], p[2]) });

        var map = StructuralSimilarity.Compare(before, after);

        map.Values[(30 * 100) + 50].ShouldBeLessThan(0.1f);
        map.Values[(30 * 100) + 10].ShouldBe(1, 1e-3f);
        map.Mean().ShouldBeInRange(0.7, 0.95);
        map.Mean([.. Enumerable.Range(0, 6000).Select(i => i % 100 is >= 34 and < 66)]).ShouldBe(1, 1e-3);
    }

    private static Picture Plain(int brightness) => SamplePictures.Drawn(24, 24, (_, _) => (brightness, brightness, brightness));
}
