using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Pictures;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Compares parts of a page with their baselines.</summary>
internal sealed class PictureChecks(IPage page, IBaselines? baselines)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan CameraLimit = TimeSpan.FromSeconds(10);

    /// <summary>Returns null as soon as the element looks as in its baseline, else what was seen last.</summary>
    public async Task<CheckMismatch?> UntilHoldsAsync(StepAction.ExpectPicture check, ILocator element, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (await (baselines?.FindAsync(check.Baseline, cancellationToken) ?? Task.FromResult<byte[]?>(null)) is not { } kept)
        {
            return new(
                $"There is no baseline '{check.Baseline}' for {PictureTaker.Platform}. Each browser and system needs its own: design the tests again here.",
                "a baseline",
                "none",
                Environment: true);
        }

        var expected = Picture.FromPng(kept);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var mismatch = await MismatchAsync(check, element, kept, expected, cancellationToken);
            if (mismatch is null || Stopwatch.GetElapsedTime(started) > limit)
            {
                return mismatch;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<CheckMismatch?> MismatchAsync(StepAction.ExpectPicture check, ILocator element, byte[] kept, Picture expected, CancellationToken cancellationToken)
    {
        var count = await element.CountAsync().WaitAsync(cancellationToken);
        if (count != 1)
        {
            var amount = count == 0 ? "nothing" : $"{Number(count)} elements";
            return new($"The locator {element} finds {amount}.", "one element", amount, LocatorBroken: true);
        }

        var seen = await PictureTaker.TakeAsync(page, element, check.Masks, CameraLimit, cancellationToken);
        if (seen.AsSpan().SequenceEqual(kept))
        {
            return null;
        }

        var actual = Picture.FromPng(seen);
        var difference = PictureComparison.Compare(expected, actual);
        return difference switch
        {
            { SameSize: false } => new("It has another size than in its baseline.", Size(expected), Size(actual), Pictures: new(kept, seen, difference)),
            { IsSeen: true } => new(
                "It looks different from its baseline.",
                $"at most {Number(PictureDifference.MaxDiffering)} pixels differ",
                $"{Number(difference.Differing)} of {Number(difference.Compared)} pixels differ",
                Pictures: new(kept, seen, difference)),
            _ => null,
        };
    }

    private static string Size(Picture picture) => $"{Number(picture.Width)} by {Number(picture.Height)} pixels";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
