using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TestForge.Engine.Steps;

/// <summary>Takes pictures of elements that can be compared: animations at their end, no text cursor, what varies painted over. The generated scripts do the same.</summary>
internal static partial class PictureTaker
{
    /// <summary>What shows another thing tomorrow by its nature: times, choices, typed values, films, drawings and frames.</summary>
    public const string Varying = "time, select, video, audio, canvas, iframe, object, embed, progress, meter, "
        + "input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio]):not(:placeholder-shown), textarea:not(:placeholder-shown)";

    /// <summary>Browser and system, in the words of Playwright's own snapshots.</summary>
    public static string Platform { get; } = OperatingSystem.IsWindows() ? "chromium-win32" : OperatingSystem.IsMacOS() ? "chromium-darwin" : "chromium-linux";

    /// <summary>Returns a PNG picture.</summary>
    public static async Task<byte[]> TakeAsync(IPage page, ILocator element, IReadOnlyList<string> masks, TimeSpan limit, CancellationToken cancellationToken) =>
        await element.ScreenshotAsync(new()
        {
            Type = ScreenshotType.Png,
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
            Scale = ScreenshotScale.Css,
            MaskColor = Pictures.PictureComparison.MaskColour,
            Mask = [element.Locator(Varying), element.GetByText(Number()), .. masks.Select(m => page.Locator(m))],
            Timeout = (float)limit.TotalMilliseconds,
        }).WaitAsync(limit + limit, cancellationToken);

    [GeneratedRegex(@"\d")]
    private static partial Regex Number();
}
