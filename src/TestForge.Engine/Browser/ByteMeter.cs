using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>Counts what a tab receives, through the DevTools protocol: while it arrives, and exactly once it is there.</summary>
internal static class ByteMeter
{
    private const int MaxUnderWay = 10_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <param name="page">The tab.</param>
    /// <param name="received">Called with bytes received since the last call; negative when less came over the wire than was thought.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task AttachAsync(IPage page, Action<long> received, CancellationToken cancellationToken)
    {
        var underWay = new ConcurrentDictionary<string, long>();
        var cdp = await page.Context.NewCDPSessionAsync(page).WaitAsync(Limit, cancellationToken);
        cdp.Event("Network.dataReceived").OnEvent += (_, e) =>
        {
            // The length on the wire is often known at the end only; until then the unpacked one stands for it.
            if (Id(e) is { } id && underWay.Count < MaxUnderWay)
            {
                var bytes = Number(e, "encodedDataLength") is > 0 and var encoded ? encoded : Number(e, "dataLength");
                underWay.AddOrUpdate(id, bytes, (_, known) => known + bytes);
                received(bytes);
            }
        };
        cdp.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            if (Id(e) is { } id)
            {
                underWay.TryRemove(id, out var counted);
                received(Number(e, "encodedDataLength") - counted);
            }
        };
        cdp.Event("Network.loadingFailed").OnEvent += (_, e) =>
        {
            if (Id(e) is { } id)
            {
                underWay.TryRemove(id, out var _);
            }
        };

        // Bodies are not wanted, so the browser need not keep them for us.
        await cdp.SendAsync("Network.enable", new Dictionary<string, object> { ["maxTotalBufferSize"] = 0, ["maxResourceBufferSize"] = 0 }).WaitAsync(Limit, cancellationToken);
    }

    private static string? Id(JsonElement? e) => e is { } json && json.TryGetProperty("requestId", out var id) ? id.GetString() : null;

    private static long Number(JsonElement? e, string name) => e is { } json && json.TryGetProperty(name, out var value) ? (long)value.GetDouble() : 0;
}
