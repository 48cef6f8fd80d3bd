using Microsoft.Playwright;
using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>Pictures one element of a living page with what is around it.</summary>
internal static class ElementCamera
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Returns null where the element cannot be pictured as it stands: not there alone, partly out of the window, or the page does not answer.</summary>
    public static async Task<ElementPicture?> TakeAsync(IPage page, ILocator locator, CancellationToken cancellationToken)
    {
        try
        {
            if (page.ViewportSize is not { } window || await locator.CountAsync().WaitAsync(Limit, cancellationToken) != 1
                || await locator.BoundingBoxAsync(new() { Timeout = (float)Limit.TotalMilliseconds }).WaitAsync(Limit, cancellationToken) is not { } box)
            {
                return null;
            }

            var element = new PixelArea((int)box.X, (int)box.Y, (int)Math.Ceiling(box.Width), (int)Math.Ceiling(box.Height));
            if (element.IsEmpty || element.Within(window.Width, window.Height) != element)
            {
                return null;
            }

            var around = ElementLook.ContextOf(element).Within(window.Width, window.Height);
            var png = await page.ScreenshotAsync(new()
            {
                Clip = new() { X = around.X, Y = around.Y, Width = around.Width, Height = around.Height },
                Scale = ScreenshotScale.Css,
                Timeout = (float)Limit.TotalMilliseconds,
            }).WaitAsync(Limit, cancellationToken);
            return new(png, element with { X = element.X - around.X, Y = element.Y - around.Y });
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
