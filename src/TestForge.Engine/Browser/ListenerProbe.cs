using System.Text.Json;
using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>Finds out through the DevTools protocol what a page listens to, and leaves it in the page for <see cref="PageReader"/>.</summary>
internal sealed class ListenerProbe
{
    private const string ObjectGroup = "testforge-listeners";

    /// <summary>A list of thousands of rows listens alike in each; the first are enough.</summary>
    private const int MaxNodes = 400;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private readonly ICDPSession _cdp;

    private ListenerProbe(IPage page, ICDPSession cdp)
    {
        Page = page;
        _cdp = cdp;
    }

    public IPage Page { get; }

    public static async Task<ListenerProbe> AttachAsync(IPage page, CancellationToken cancellationToken) =>
        new(page, await page.Context.NewCDPSessionAsync(page).WaitAsync(Limit, cancellationToken));

    /// <summary>Returns what listens as a text that is equal when the same handlers listen, however many rows they do it for.</summary>
    public async Task<string> MarkAsync(CancellationToken cancellationToken)
    {
        var document = await EvaluateAsync("document", cancellationToken);
        var window = await EvaluateAsync("window", cancellationToken);
        var listeners = await ListenersOfAsync(document, depth: -1, cancellationToken);
        var onWindow = await ListenersOfAsync(window, depth: 1, cancellationToken);

        // The driver listens too while it clicks; what its own script installed is not the page's.
        var driver = onWindow.Where(l => l.Type.StartsWith("__playwright", StringComparison.Ordinal)).Select(l => l.Script).ToHashSet();
        var ofWindow = onWindow.Where(l => !driver.Contains(l.Script)).ToArray();
        var byNode = listeners.Where(l => l.Node > 0 && !driver.Contains(l.Script)).GroupBy(l => l.Node).Take(MaxNodes).ToArray();
        var nodes = await Task.WhenAll(byNode.Select(g => ResolveAsync(g.Key, cancellationToken)));
        var known = byNode.Zip(nodes).Where(p => p.Second is not null).ToArray();
        var lines = await CallAsync(document, [.. ofWindow.Select(l => l.Type)], [.. known.Select(p => p.First)], [.. known.Select(p => p.Second!)], cancellationToken);
        await SendAsync("Runtime.releaseObjectGroup", new() { ["objectGroup"] = ObjectGroup }, cancellationToken);
        return string.Join('\n', lines.Concat(ofWindow.Select(l => $"window {l.Type} {l.Place}")).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<string> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["objectGroup"] = ObjectGroup }, cancellationToken);
        return answer.GetProperty("result").GetProperty("objectId").GetString()!;
    }

    private async Task<Listener[]> ListenersOfAsync(string objectId, int depth, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            "DOMDebugger.getEventListeners",
            new() { ["objectId"] = objectId, ["depth"] = depth, ["pierce"] = true },
            cancellationToken);
        return [.. answer.GetProperty("listeners").EnumerateArray().Select(l => new Listener(
            l.GetProperty("type").GetString()!,
            $"{l.GetProperty("lineNumber").GetInt32()}:{l.GetProperty("columnNumber").GetInt32()}",
            l.GetProperty("scriptId").GetString()!,
            l.TryGetProperty("backendNodeId", out var node) ? node.GetInt32() : 0))];
    }

    private async Task<string?> ResolveAsync(int node, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await SendAsync("DOM.resolveNode", new() { ["backendNodeId"] = node, ["objectGroup"] = ObjectGroup }, cancellationToken);
            return answer.GetProperty("object").TryGetProperty("objectId", out var id) ? id.GetString() : null;
        }
        catch (PlaywrightException)
        {
            // The node has gone since.
            return null;
        }
    }

    private async Task<string[]> CallAsync(string document, string[] ofWindow, IGrouping<int, Listener>[] listening, string[] nodes, CancellationToken cancellationToken)
    {
        var types = listening.Select(g => g.Select(l => new[] { l.Type, l.Place }).ToArray()).ToArray();
        try
        {
            return await MarkAsync(document, ofWindow, types, nodes, cancellationToken);
        }
        catch (PlaywrightException)
        {
            // A node of a frame lives in another world than the document's script; without those the rest is still known.
            var same = new List<int>();
            for (var i = 0; i < nodes.Length; i++)
            {
                if (await SameWorldAsync(document, nodes[i], cancellationToken))
                {
                    same.Add(i);
                }
            }

            return await MarkAsync(document, ofWindow, [.. same.Select(i => types[i])], [.. same.Select(i => nodes[i])], cancellationToken);
        }
    }

    private async Task<string[]> MarkAsync(string document, string[] ofWindow, string[][][] types, string[] nodes, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            "Runtime.callFunctionOn",
            new()
            {
                ["functionDeclaration"] = PageScripts.Explore,
                ["objectId"] = document,
                ["arguments"] = new object[] { new { value = ofWindow }, new { value = types } }.Concat(nodes.Select(n => (object)new { objectId = n })).ToArray(),
                ["returnByValue"] = true,
            },
            cancellationToken);
        return answer.GetProperty("result").TryGetProperty("value", out var lines) ? lines.Deserialize<string[]>() ?? [] : [];
    }

    private async Task<bool> SameWorldAsync(string document, string node, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(
                "Runtime.callFunctionOn",
                new() { ["functionDeclaration"] = "function (node) { }", ["objectId"] = document, ["arguments"] = new object[] { new { objectId = node } } },
                cancellationToken);
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    private async Task<JsonElement> SendAsync(string method, Dictionary<string, object> arguments, CancellationToken cancellationToken) =>
        await _cdp.SendAsync(method, arguments).WaitAsync(Limit, cancellationToken) ?? throw new PlaywrightException($"{method} gave no answer.");

    /// <summary>Something that waits for an event.</summary>
    /// <param name="Type">The event.</param>
    /// <param name="Place">Line and column of the handler in its script.</param>
    /// <param name="Script">The browser's number of that script.</param>
    /// <param name="Node">The browser's number of the node, or 0.</param>
    private sealed record Listener(string Type, string Place, string Script, int Node);
}
