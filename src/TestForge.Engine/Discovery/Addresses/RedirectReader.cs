using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Addresses;

/// <summary>
/// Reads what an application sends along with a redirect. A browser shows no such body and does not keep it, so it is asked for again:
/// once for each shape of address, and for a few in all.
/// </summary>
internal sealed class RedirectReader(FileLog log)
{
    private const int MostRedirects = 10;
    private const int MostHops = 5;
    private const int MaxBytes = 128 * 1024;

    /// <summary>What servers themselves say of a redirect is shorter.</summary>
    private const int ShortNote = 400;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly string[] SameHeaders = ["user-agent", "accept", "accept-language"];
    private readonly Lock _gate = new();
    private readonly HashSet<string> _shapes = [];

    /// <summary>Looks at how the tab got to what it shows.</summary>
    public async Task LookAsync(BrowserSession session, VisitedPage visited)
    {
        var hops = 0;
        for (var hop = session.Recorder.Document?.Request.RedirectedFrom; hop is not null && hops < MostHops; hop = hop.RedirectedFrom, hops++)
        {
            if (visited.Url is not { } url || hop.Method != "GET" || UrlNormalForm.Parse(hop.Url) is not { } from || !TargetMoves.SameOrigin(from, url) || !New(from))
            {
                continue;
            }

            try
            {
                using var stop = new CancellationTokenSource(Limit);
                await ReadAsync(session, hop, from, stop.Token);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException or HttpRequestException or IOException or OperationCanceledException)
            {
                // It answers otherwise this time; nothing is lost that was there before.
            }
        }
    }

    private bool New(Uri url)
    {
        lock (_gate)
        {
            return _shapes.Count < MostRedirects && _shapes.Add(UrlShape.Of(url));
        }
    }

    private async Task ReadAsync(BrowserSession session, IRequest hop, Uri from, CancellationToken cancellationToken)
    {
        var before = await hop.ResponseAsync().WaitAsync(cancellationToken);
        if (long.TryParse(before?.Headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length < ShortNote)
        {
            return;
        }

        var cookies = await session.Context.CookiesAsync([hop.Url]).WaitAsync(cancellationToken);
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy((await session.GuardAsync(cancellationToken)).Server), AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, hop.Url);
        foreach (var name in SameHeaders.Where(hop.Headers.ContainsKey))
        {
            request.Headers.TryAddWithoutValidation(name, hop.Headers[name]);
        }

        if (cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("cookie", string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}")));
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if ((int)answer.StatusCode is < 300 or >= 400)
        {
            return;
        }

        var body = new byte[MaxBytes];
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(body, MaxBytes, throwOnEndOfStream: false, cancellationToken);
        log.Add(read, FileAddresses.InSource(from, Encoding.UTF8.GetString(body, 0, read)));
    }
}
