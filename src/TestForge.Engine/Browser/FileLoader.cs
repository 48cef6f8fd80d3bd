using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>Loads files through a tab, with its cookies and past its egress guard, and neither shows them nor runs anything in them.</summary>
internal sealed class FileLoader : IAsyncDisposable
{
    private const int Chunk = 256 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private readonly ICDPSession _cdp;
    private readonly string _frame;

    private FileLoader(ICDPSession cdp, string frame)
    {
        _cdp = cdp;
        _frame = frame;
    }

    public static async Task<FileLoader> AttachAsync(IPage page, CancellationToken cancellationToken)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page).WaitAsync(Limit, cancellationToken);
        try
        {
            var tree = await cdp.SendAsync("Page.getFrameTree").WaitAsync(Limit, cancellationToken);
            return new(cdp, tree!.Value.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!);
        }
        catch
        {
            await Bounded.TryAsync(cdp.DetachAsync(), Limit);
            throw;
        }
    }

    /// <summary>Loads a file, redirects followed. Throws what Playwright throws, or <see cref="TimeoutException"/>, when the tab does not answer.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="maxBytes">Most bytes read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<NetworkFile> LoadAsync(Uri url, int maxBytes, CancellationToken cancellationToken)
    {
        var resource = (await SendAsync("Network.loadNetworkResource", cancellationToken, ("frameId", _frame), ("url", url.AbsoluteUri), ("options", new { disableCache = false, includeCredentials = true })))
            .GetProperty("resource");
        var status = resource.TryGetProperty("httpStatusCode", out var code) ? (int)code.GetDouble() : 0;
        if (!resource.TryGetProperty("stream", out var stream) || stream.GetString() is not { } handle)
        {
            return new(status, [], Truncated: false);
        }

        try
        {
            return await ReadAsync(handle, status, maxBytes, cancellationToken);
        }
        finally
        {
            await Bounded.TryAsync(_cdp.SendAsync("IO.close", new Dictionary<string, object> { ["handle"] = handle }), Limit);
        }
    }

    public async ValueTask DisposeAsync() => await Bounded.TryAsync(_cdp.DetachAsync(), Limit);

    private async Task<NetworkFile> ReadAsync(string handle, int status, int maxBytes, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        for (var end = false; !end && body.Length <= maxBytes;)
        {
            var part = await SendAsync("IO.read", cancellationToken, ("handle", handle), ("size", Chunk));
            var data = part.GetProperty("data").GetString() ?? "";
            body.Write(part.TryGetProperty("base64Encoded", out var encoded) && encoded.GetBoolean() ? Convert.FromBase64String(data) : Encoding.UTF8.GetBytes(data));
            end = part.GetProperty("eof").GetBoolean();
        }

        var bytes = body.ToArray();
        return bytes.Length > maxBytes ? new(status, bytes[..maxBytes], Truncated: true) : new(status, bytes, Truncated: false);
    }

    private async Task<JsonElement> SendAsync(string method, CancellationToken cancellationToken, params (string Name, object Value)[] arguments) =>
        (await _cdp.SendAsync(method, arguments.ToDictionary(a => a.Name, a => a.Value)).WaitAsync(Limit, cancellationToken))!.Value;
}
