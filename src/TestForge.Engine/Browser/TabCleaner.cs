using System.Text;
using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>
/// Makes a used context like a new one: a new one costs more than most cases do. What it cannot be sure of it refuses, and the context is closed.
/// </summary>
/// <remarks>
/// The tab goes to an empty document of the application's own origin, made here and never asked of the server, so that no script of
/// the application runs while its storage is cleared; a page that is leaving could write it again.
/// </remarks>
internal sealed class TabCleaner(BrowserSession session, Uri target)
{
    private const int Milliseconds = 5_000;
    private const string Clear = "() => { localStorage.clear(); sessionStorage.clear(); window.name = ''; return document.title; }";

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly string _origin = target.GetLeftPart(UriPartial.Authority);
    private ICDPSession? _devTools;

    /// <summary>Tells whether the context may serve again.</summary>
    public async Task<bool> CleanAsync()
    {
        if (!session.Untouched(_origin))
        {
            return false;
        }

        try
        {
            return await CleanTabAsync().WaitAsync(TimeSpan.FromMilliseconds(2 * Milliseconds));
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> CleanTabAsync()
    {
        var devTools = _devTools ??= await OpenAsync();
        var page = session.Page;

        // Where the mouse was left, the next page would show what shows under it.
        await page.Mouse.MoveAsync(-1, -1);
        await devTools.SendAsync("Fetch.enable", new() { ["patterns"] = new[] { new { urlPattern = Blank } } });
        await page.GotoAsync(Blank, new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = Milliseconds });
        var cleared = page.EvaluateAsync<string>(Clear);
        await Task.WhenAll(
            devTools.SendAsync("Fetch.disable"),
            cleared,
            devTools.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = _origin, ["storageTypes"] = "all" }),
            devTools.SendAsync("Network.clearBrowserCache"),
            devTools.SendAsync("Page.resetNavigationHistory"),
            session.Context.ClearCookiesAsync(),
            session.RestoreViewportAsync());
        if (await cleared != _mark || session.Context.Pages.Count != 1)
        {
            return false;
        }

        session.Recorder.Reset();
        return true;
    }

    private string Blank => $"{_origin}/{_mark}";

    private async Task<ICDPSession> OpenAsync()
    {
        var devTools = await session.Context.NewCDPSessionAsync(session.Page);
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes($"<title>{_mark}</title>"));
        devTools.Event("Fetch.requestPaused").OnEvent += (_, request) =>
        {
            if (request?.GetProperty("requestId").GetString() is { } id)
            {
                _ = Bounded.TryAsync(
                    devTools.SendAsync("Fetch.fulfillRequest", new()
                    {
                        ["requestId"] = id,
                        ["responseCode"] = 200,
                        ["responseHeaders"] = new[] { new { name = "content-type", value = "text/html" } },
                        ["body"] = body,
                    }),
                    TimeSpan.FromMilliseconds(Milliseconds));
            }
        };
        return devTools;
    }
}
