using TestForge.Engine.Vision;

namespace TestForge.Engine.Tests.Vision;

public sealed class LetterboxTests
{
    private static readonly ModelMetadata Model = new()
    {
        Family = ModelMetadata.VJepa2, Arch = "tiny", Side = 64, Frames = 2, Dimension = 8, Patch = 16, Tubelet = 2, FramesFirst = true,
        Mean = [0.5f, 0.4f, 0.3f], Deviation = [0.5f, 0.25f, 0.2f], WeightsHash = "", Licence = "", Expected = [],
    };

    [Theory]
    [InlineData(128, 32, 64, 16, 1, 4)]
    [InlineData(32, 128, 16, 64, 4, 1)]
    [InlineData(100, 100, 64, 64, 4, 4)]
    [InlineData(1280, 4, 64, 1, 1, 4)]
    [InlineData(64, 36, 64, 36, 2, 4)]
    [InlineData(64, 40, 64, 40, 3, 4)]
    public void Keeps_the_whole_picture_and_counts_the_tokens_it_covers(int width, int height, int newWidth, int newHeight, int rows, int columns)
    {
        var box = Letterbox.Of(SamplePictures.Field(width, height), 64, 16);

        (box.Content.Width, box.Content.Height).ShouldBe((newWidth, newHeight));
        (box.Rows, box.Columns).ShouldBe((rows, columns));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Values_are_normalised_by_channel_the_same_in_each_frame_and_padded_with_the_mean(bool framesFirst)
    {
        var model = Model with { FramesFirst = framesFirst };
        var picture = SamplePictures.Drawn(64, 16, (x, _) => (x, 102, 255));

        var values = PixelTensor.Of([Letterbox.Of(SamplePictures.Field(64, 64), 64, 16), Letterbox.Of(picture, 64, 16)], model);

        values.Length.ShouldBe(2 * 2 * 3 * 64 * 64);
        for (var frame = 0; frame < 2; frame++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                var at = (6 + (framesFirst ? (frame * 3) + channel : (channel * 2) + frame)) * 64 * 64;
                var expected = channel switch { 0 => ((63 / 255f) - 0.5f) / 0.5f, 1 => (0.4f - 0.4f) / 0.25f, _ => (1 - 0.3f) / 0.2f };
                values[at + (5 * 64) + 63].ShouldBe(expected, 1e-4f);
                values[at + (16 * 64)].ShouldBe(0);
            }
        }
    }
}
