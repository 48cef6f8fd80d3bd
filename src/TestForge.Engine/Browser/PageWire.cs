using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>A line to one page through the DevTools protocol: pictures of it, and a limit on the size of its document.</summary>
internal sealed class PageWire
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private readonly ICDPSession _cdp;
    private readonly long _maxDocumentBytes;
    private readonly string _mainFrame;
    private readonly ConcurrentDictionary<string, long> _documents = new();

    private PageWire(IPage page, ICDPSession cdp, string mainFrame, long maxDocumentBytes)
    {
        Page = page;
        _cdp = cdp;
        _mainFrame = mainFrame;
        _maxDocumentBytes = maxDocumentBytes;
    }

    public IPage Page { get; }

    /// <summary>True once a document of the main frame was larger than the limit; loading was stopped there.</summary>
    public bool TooLarge { get; private set; }

    public static async Task<PageWire> AttachAsync(IPage page, long maxDocumentBytes, CancellationToken cancellationToken)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page).WaitAsync(Limit, cancellationToken);
        var target = await cdp.SendAsync("Target.getTargetInfo").WaitAsync(Limit, cancellationToken);
        var wire = new PageWire(page, cdp, target?.GetProperty("targetInfo").GetProperty("targetId").GetString() ?? "", maxDocumentBytes);
        cdp.Event("Network.requestWillBeSent").OnEvent += (_, e) => wire.OnRequest(e);
        cdp.Event("Network.dataReceived").OnEvent += (_, e) => wire.OnData(e);
        await cdp.SendAsync("Network.enable", new Dictionary<string, object> { ["maxTotalBufferSize"] = 0, ["maxResourceBufferSize"] = 0 }).WaitAsync(Limit, cancellationToken);
        return wire;
    }

    /// <summary>Forgets the documents so far, for the next visit.</summary>
    public void Reset()
    {
        _documents.Clear();
        TooLarge = false;
    }

    /// <summary>Returns a JPEG, or null when the page cannot be pictured. Playwright's own call prepares the page first and takes twice as long.</summary>
    public async Task<byte[]?> ScreenshotAsync(CancellationToken cancellationToken)
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

    private void OnRequest(JsonElement? request)
    {
        if (request is { } r && Text(r, "type") == "Document" && Text(r, "frameId") == _mainFrame && Text(r, "requestId") is { } id)
        {
            _documents[id] = 0;
        }
    }

    // Counts what was unpacked: a small answer may be a large document.
    private void OnData(JsonElement? data)
    {
        if (data is not { } d || Text(d, "requestId") is not { } id || !_documents.TryGetValue(id, out var bytes))
        {
            return;
        }

        _documents[id] = bytes += d.GetProperty("dataLength").GetInt64();
        if (bytes > _maxDocumentBytes && !TooLarge)
        {
            TooLarge = true;
            _ = Bounded.TryAsync(_cdp.SendAsync("Page.stopLoading"), Limit);
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
