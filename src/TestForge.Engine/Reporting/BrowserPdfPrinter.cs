using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Reporting;

/// <summary>Prints with the browser of the run.</summary>
internal sealed class BrowserPdfPrinter(BrowserHost browser) : IPdfPrinter
{
    /// <summary>Printing a long report takes a second or two; a browser that needs more has been stopped or hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public async Task<byte[]?> PrintAsync(string html, CancellationToken cancellationToken)
    {
        try
        {
            return await PrintInFreshContextAsync(html, cancellationToken).WaitAsync(Limit, cancellationToken);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // The report's other formats say the same; the stage logs which one was left out.
            return null;
        }
    }

    private async Task<byte[]> PrintInFreshContextAsync(string html, CancellationToken cancellationToken)
    {
        var running = await browser.BrowserAsync(cancellationToken);
        await using var context = await running.NewContextAsync(new() { JavaScriptEnabled = false, Offline = true, ColorScheme = ColorScheme.Light });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load });
        return await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
    }
}
