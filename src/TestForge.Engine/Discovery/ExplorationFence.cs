using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery;

/// <summary>Keeps a tab within the application while its controls are tried: a document of another site is not asked for, redirects included. Notes the windows that controls open.</summary>
/// <param name="within">Whether an address may be opened.</param>
internal sealed class ExplorationFence(Func<Uri, bool> within)
{
    private const int MaxNoted = 50;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<Uri> _stopped = new();
    private readonly ConcurrentQueue<Uri> _opened = new();
    private ICDPSession? _cdp;
    private IPage? _page;
    private bool _up;

    /// <summary>Fences a tab in, or does nothing when it is.</summary>
    public async Task RaiseAsync(IPage page, CancellationToken cancellationToken)
    {
        if (_up && _page == page)
        {
            return;
        }

        if (_page != page)
        {
            _cdp = await AttachAsync(page, cancellationToken);
            _page = page;
        }

        await _cdp!.SendAsync("Fetch.enable", new Dictionary<string, object>
        {
            ["patterns"] = new[] { new Dictionary<string, object> { ["urlPattern"] = "*", ["resourceType"] = "Document", ["requestStage"] = "Request" } },
        }).WaitAsync(Limit, cancellationToken);
        _up = true;
    }

    /// <summary>Lets the tab go anywhere again.</summary>
    public async Task LowerAsync()
    {
        _up = false;
        if (_cdp is { } cdp)
        {
            await Bounded.TryAsync(cdp.SendAsync("Fetch.disable"), Limit);
        }
    }

    /// <summary>Documents of other sites that were not asked for since the last call.</summary>
    public IReadOnlyList<Uri> TakeStopped() => Take(_stopped);

    /// <summary>Addresses of windows that were opened since the last call.</summary>
    public IReadOnlyList<Uri> TakeOpened() => Take(_opened);

    private static List<Uri> Take(ConcurrentQueue<Uri> queue)
    {
        var taken = new List<Uri>();
        while (queue.TryDequeue(out var url))
        {
            taken.Add(url);
        }

        return taken;
    }

    private async Task<ICDPSession> AttachAsync(IPage page, CancellationToken cancellationToken)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page).WaitAsync(Limit, cancellationToken);
        var tree = await cdp.SendAsync("Page.getFrameTree").WaitAsync(Limit, cancellationToken);
        var main = tree?.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();
        cdp.Event("Fetch.requestPaused").OnEvent += (_, e) => Answer(cdp, e!.Value, main);
        cdp.Event("Page.windowOpen").OnEvent += (_, e) => Note(_opened, e!.Value.GetProperty("url").GetString());
        await cdp.SendAsync("Page.enable").WaitAsync(Limit, cancellationToken);
        return cdp;
    }

    private void Answer(ICDPSession cdp, JsonElement paused, string? main)
    {
        var url = paused.GetProperty("request").GetProperty("url").GetString();
        var id = paused.GetProperty("requestId").GetString()!;
        if (paused.GetProperty("frameId").GetString() != main || (Uri.TryCreate(url, UriKind.Absolute, out var address) && within(address)))
        {
            _ = Bounded.TryAsync(cdp.SendAsync("Fetch.continueRequest", new Dictionary<string, object> { ["requestId"] = id }), Limit);
            return;
        }

        Note(_stopped, url);
        _ = Bounded.TryAsync(cdp.SendAsync("Fetch.failRequest", new Dictionary<string, object> { ["requestId"] = id, ["errorReason"] = "BlockedByClient" }), Limit);
    }

    private static void Note(ConcurrentQueue<Uri> queue, string? url)
    {
        if (queue.Count < MaxNoted && UrlNormalForm.Parse(url) is { } address)
        {
            queue.Enqueue(address);
        }
    }
}
