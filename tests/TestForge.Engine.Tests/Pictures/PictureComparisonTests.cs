using TestForge.Engine.Pictures;

namespace TestForge.Engine.Tests.Pictures;

public sealed class PictureComparisonTests
{
    [Fact]
    public void Equal_pictures_do_not_differ() =>
        Compare(Plain(20, 20), Plain(20, 20)).IsSeen.ShouldBeFalse();

    [Fact]
    public void Another_smoothing_of_an_edge_is_tolerated()
    {
        var first = Painted(20, 20, x => x < 10 ? (byte)0 : x == 10 ? (byte)90 : (byte)255);
        var second = Painted(20, 20, x => x < 10 ? (byte)0 : x == 10 ? (byte)170 : (byte)255);

        PictureColours.Distance(first, second, 10).ShouldBeGreaterThan(PictureComparison.Tolerance);
        Compare(first, second).Differing.ShouldBe(0);
    }

    [Fact]
    public void A_moved_button_is_found_where_it_was_and_where_it_is()
    {
        var first = With(Plain(40, 30), new Area(5, 10, 10, 5), 60);
        var second = With(Plain(40, 30), new Area(25, 10, 10, 5), 60);

        Compare(first, second).Differing.ShouldBe(100);
    }

    [Fact]
    public void A_line_of_one_pixel_is_found()
    {
        var difference = Compare(Plain(20, 20), With(Plain(20, 20), new Area(0, 7, 20, 1), 0));

        difference.Differing.ShouldBe(18);
        difference.Marked!.Pixel((7 * 20) + 3).ToArray().ShouldBe(new byte[] { 220, 0, 0 });
        difference.Marked.Pixel((6 * 20) + 3).ToArray().ShouldBe(new byte[] { 255, 255, 255 });
        difference.Places.ShouldBe([new(1, 7), new(8, 7), new(16, 7)]);
    }

    [Fact]
    public void What_either_picture_masks_is_not_compared()
    {
        var area = new Area(4, 4, 5, 5);
        var changed = With(Plain(20, 20), area, 0);

        var difference = PictureComparison.Compare(Masked(Plain(20, 20), area), changed);

        // Of the inner 18 by 18 pixels, without 25 and the 20 beside them.
        (difference.Differing, difference.Compared).ShouldBe((0, 279));
        PictureComparison.Compare(Plain(20, 20), Masked(changed, area)).Differing.ShouldBe(0);
        PictureComparison.Compare(Masked(Plain(20, 20), area with { Height = 3 }), changed).Differing.ShouldBe(5);
        PictureComparison.MaskedShare(Masked(changed, area)).ShouldBe(25d / 400);
    }

    [Fact]
    public void Another_size_is_told_and_differs_whole()
    {
        var difference = Compare(Plain(20, 20), Plain(20, 21));

        difference.SameSize.ShouldBeFalse();
        difference.IsSeen.ShouldBeTrue();
    }

    [Fact]
    public void A_picture_survives_being_written_and_read()
    {
        var picture = With(Painted(31, 7, x => (byte)(x * 8)), new Area(2, 1, 3, 3), 9);

        var read = Picture.FromPng(picture.ToPng());

        (read.Width, read.Height).ShouldBe((31, 7));
        read.Rgb.ShouldBe(picture.Rgb);
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        Should.Throw<InvalidDataException>(() => Picture.FromPng([]));
        Should.Throw<InvalidDataException>(() => Picture.FromPng(new byte[100]));
        var endless = Plain(4, 4).ToPng();
        endless[16] = 0x7F;
        Should.Throw<InvalidDataException>(() => Picture.FromPng(endless));
        var cut = Plain(40, 40).ToPng();
        Should.Throw<InvalidDataException>(() => Picture.FromPng(cut[..(cut.Length / 2)]));
    }

    private static PictureDifference Compare(Picture expected, Picture actual) => PictureComparison.Compare(expected, actual);

    private static Picture Plain(int width, int height) => Painted(width, height, _ => 255);

    private static Picture Painted(int width, int height, Func<int, byte> greyOfColumn) => new(
        width,
        height,
        [.. Enumerable.Range(0, width * height).SelectMany(pixel => Grey(greyOfColumn(pixel % width)))]);

    private static Picture With(Picture picture, Area area, byte grey) => Painted(picture, area, Grey(grey));

    private static Picture Masked(Picture picture, Area area) => Painted(picture, area, [255, 0, 255]);

    private static Picture Painted(Picture picture, Area area, byte[] colour) => new(
        picture.Width,
        picture.Height,
        [.. Enumerable.Range(0, picture.Width * picture.Height).SelectMany(pixel =>
            Contains(area, pixel % picture.Width, pixel / picture.Width) ? colour : picture.Pixel(pixel).ToArray())]);

    private static bool Contains(Area area, int x, int y) => x >= area.X && x < area.X + area.Width && y >= area.Y && y < area.Y + area.Height;

    private static byte[] Grey(byte value) => [value, value, value];

    private sealed record Area(int X, int Y, int Width, int Height);
}
