using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>Takes pictures of one tab through the DevTools protocol. Playwright's own call prepares the page first and takes twice as long.</summary>
internal sealed class PageCamera
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private readonly ICDPSession _cdp;

    private PageCamera(IPage page, ICDPSession cdp)
    {
        Page = page;
        _cdp = cdp;
    }

    public IPage Page { get; }

    public static async Task<PageCamera> AttachAsync(IPage page, CancellationToken cancellationToken) =>
        new(page, await page.Context.NewCDPSessionAsync(page).WaitAsync(Limit, cancellationToken));

    /// <summary>Returns a JPEG, or null when the page cannot be pictured.</summary>
    public async Task<byte[]?> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _cdp.SendAsync("Page.captureScreenshot", new Dictionary<string, object>
            {
                ["format"] = "jpeg",
                ["quality"] = 60,
                ["optimizeForSpeed"] = true,
            }).WaitAsync(Limit, cancellationToken);
            return answer?.GetProperty("data").GetBytesFromBase64();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // A page without a picture is still a page.
            return null;
        }
    }
}
