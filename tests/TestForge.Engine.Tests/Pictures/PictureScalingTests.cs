using TestForge.Engine.Pictures;
using TestForge.Engine.Tests.Vision;

namespace TestForge.Engine.Tests.Pictures;

public sealed class PictureScalingTests
{
    [Fact]
    public void Cuts_what_lies_inside()
    {
        var picture = SamplePictures.Drawn(10, 8, (x, y) => (x, y, 0));

        var part = picture.Crop(new(7, 5, 10, 10))!;

        (part.Width, part.Height).ShouldBe((3, 3));
        part.Pixel(0).ToArray().ShouldBe(new byte[] { 7, 5, 0 });
        part.Pixel(8).ToArray().ShouldBe(new byte[] { 9, 7, 0 });
        picture.Crop(new(10, 0, 5, 5)).ShouldBeNull();
        picture.Crop(new(-5, -5, 6, 6))!.Pixel(0).ToArray().ShouldBe(new byte[] { 0, 0, 0 });
    }

    [Fact]
    public void Fine_lines_turn_grey_when_a_picture_shrinks()
    {
        var lines = SamplePictures.Drawn(64, 64, (x, _) => x % 2 == 0 ? (0, 0, 0) : (255, 255, 255));

        var small = lines.Resize(8, 8);

        Enumerable.Range(0, 64).Select(p => (int)small.Pixel(p)[0]).ShouldAllBe(v => v > 110 && v < 145);
    }

    [Fact]
    public void Between_two_pixels_lies_their_mean_and_the_edge_stays()
    {
        var two = SamplePictures.Drawn(2, 1, (x, _) => x == 0 ? (0, 0, 0) : (200, 200, 200));

        Enumerable.Range(0, 4).Select(p => (int)two.Resize(4, 1).Pixel(p)[0]).ShouldBe([0, 50, 150, 200]);
    }

    [Theory]
    [InlineData(1, 1, 300, 20)]
    [InlineData(300, 20, 1, 1)]
    [InlineData(37, 11, 64, 19)]
    public void A_plain_picture_stays_plain(int width, int height, int newWidth, int newHeight)
    {
        var plain = SamplePictures.Drawn(width, height, (_, _) => (10, 20, 200)).Resize(newWidth, newHeight);

        (plain.Width, plain.Height).ShouldBe((newWidth, newHeight));
        Enumerable.Range(0, newWidth * newHeight).All(p => plain.Pixel(p).SequenceEqual(new byte[] { 10, 20, 200 })).ShouldBeTrue();
    }
}
