using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Robots;

/// <summary>Keeps a tab whose controls are tried from going where robots.txt asks crawlers not to go, however a script leads there. What a page embeds is let through.</summary>
/// <param name="rules">What robots.txt asks for.</param>
/// <param name="origin">The origin it speaks for.</param>
/// <param name="page">The page whose controls are tried; it may be loaded again whatever robots.txt says.</param>
internal sealed class RobotsGuard(RobotsRules rules, Uri origin, Uri page)
{
    private const int MaxHeld = 50;
    private const int MaxAddress = 2_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private readonly ConcurrentQueue<(string Address, RobotsRule Rule)> _held = new();

    /// <summary>The addresses held back since the last call, and why.</summary>
    public IEnumerable<(string Address, RobotsRule Rule)> Take()
    {
        while (_held.TryDequeue(out var held))
        {
            yield return held;
        }
    }

    /// <summary>Guards a tab before it is used. Only documents are asked for here, so that all else is as fast as without.</summary>
    public async Task AttachAsync(IPage tab, CancellationToken cancellationToken)
    {
        var cdp = await tab.Context.NewCDPSessionAsync(tab).WaitAsync(Limit, cancellationToken);
        var tree = await cdp.SendAsync("Page.getFrameTree").WaitAsync(Limit, cancellationToken) ?? throw new PlaywrightException("The tab has no frame.");
        var main = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();
        cdp.Event("Fetch.requestPaused").OnEvent += (_, e) => _ = Bounded.TryAsync(AnswerAsync(cdp, e!.Value, main), Limit);
        var patterns = new[] { new { urlPattern = $"{origin.GetLeftPart(UriPartial.Authority)}/*", resourceType = "Document", requestStage = "Request" } };
        await cdp.SendAsync("Fetch.enable", new Dictionary<string, object> { ["patterns"] = patterns }).WaitAsync(Limit, cancellationToken);
    }

    private async Task AnswerAsync(ICDPSession cdp, JsonElement paused, string? main)
    {
        var answer = new Dictionary<string, object> { ["requestId"] = paused.GetProperty("requestId").GetString()! };
        var address = paused.GetProperty("request").GetProperty("url").GetString();
        if (paused.GetProperty("frameId").GetString() != main || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.PathAndQuery == page.PathAndQuery || rules.Against(url) is not { } rule)
        {
            await cdp.SendAsync("Fetch.continueRequest", answer);
            return;
        }

        if (_held.Count < MaxHeld)
        {
            _held.Enqueue((UrlNormalForm.Parse(address)?.AbsoluteUri ?? PageText.Clean(address, MaxAddress), rule));
        }

        // The tab stays where it is, as after an answer without content, and need not wait for another page.
        answer["errorReason"] = "Aborted";
        await cdp.SendAsync("Fetch.failRequest", answer);
        await cdp.SendAsync("Runtime.evaluate", new() { ["expression"] = "window[Symbol.for('testforge.watch')]?.stays()" });
    }
}
