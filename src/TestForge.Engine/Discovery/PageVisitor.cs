using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Visits addresses in one tab that is used again and again; a new tab costs more than the page.</summary>
internal sealed class PageVisitor(BrowserSession session, IArtifactStore artifacts, CrawlLimits limits)
{
    private const long MaxDocumentBytes = 10 * 1024 * 1024;
    private const int MaxSettleMilliseconds = 5_000;

    private static readonly string[] SecurityHeaders =
    [
        "content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "strict-transport-security",
        "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
    ];

    private ICDPSession? _cdp;

    public async Task<VisitedPage> VisitAsync(Uri url, CancellationToken cancellationToken)
    {
        var recorder = session.Recorder;
        recorder.Reset();
        try
        {
            var visited = await ReadAsync(url, cancellationToken);
            return visited with
            {
                Console = recorder.Console,
                FailedRequests = recorder.FailedRequests,
                MixedContent = recorder.MixedContent,
            };
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failed = VisitFailures.From(e, new(recorder.Crashed, recorder.Downloaded));
            if (failed.Outcome is PageOutcome.Crashed or PageOutcome.Timeout || !session.Context.Browser!.IsConnected)
            {
                await RenewAsync(cancellationToken);
            }

            return failed with { Url = url, Status = recorder.Document?.Status ?? 0, Console = recorder.Console };
        }
    }

    private async Task<VisitedPage> ReadAsync(Uri url, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(limits.PageTimeoutSeconds);
        var page = session.Page;

        // Committed is enough: the page script itself waits for the document, so a body that never ends still gives what is there.
        var response = await page.GotoAsync(url.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit, Timeout = (float)limit.TotalMilliseconds })
            .WaitAsync(limit + TimeSpan.FromSeconds(2), cancellationToken);
        var headers = response?.Headers ?? new Dictionary<string, string>();
        var visited = new VisitedPage(PageOutcome.Ok)
        {
            Url = UrlNormalForm.Parse(page.Url),
            Status = response?.Status ?? 0,
            ContentType = PageText.Clean(headers.GetValueOrDefault("content-type")),
            SecurityHeaders = SecurityHeaders.Where(headers.ContainsKey).ToDictionary(h => h, h => PageText.Clean(headers[h], 1_000)),
        };
        if (Unreadable(visited, headers) is { } why)
        {
            await StopLoadingAsync(page);
            return visited with { Outcome = why.Outcome, Detail = why.Detail };
        }

        var facts = await PageReader.ReadAsync(page, new(MaxSettleMilliseconds), cancellationToken);
        var (outcome, detail) = visited.Status >= 400
            ? (PageOutcome.HttpError, $"the server answered {visited.Status}")
            : (PageOutcome.Ok, facts.Complete ? null : $"the document was still loading after {MaxSettleMilliseconds / 1000} s");
        return visited with
        {
            Outcome = outcome,
            Detail = detail,
            Facts = facts,
            Url = UrlNormalForm.Parse(facts.Url) ?? visited.Url,
            Screenshot = await ScreenshotAsync(page, cancellationToken),
        };
    }

    private static (PageOutcome Outcome, string Detail)? Unreadable(VisitedPage visited, Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("x-testforge-egress", out var egress))
        {
            return egress == "refused"
                ? (PageOutcome.Refused, "the egress guard refused the address: it is private")
                : (PageOutcome.Unreachable, "the host cannot be reached");
        }

        if (visited.ContentType is { Length: > 0 } type && !IsDocument(type))
        {
            return (PageOutcome.NotADocument, $"the answer is {type}");
        }

        return long.TryParse(headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > MaxDocumentBytes
            ? (PageOutcome.TooLarge, $"the document has {length / 1024 / 1024} MB, the limit is {MaxDocumentBytes / 1024 / 1024}")
            : null;
    }

    private static bool IsDocument(string contentType) =>
        contentType.Contains("html", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static Task<bool> StopLoadingAsync(IPage page) => Bounded.TryAsync(page.GotoAsync("about:blank"), TimeSpan.FromSeconds(5));

    // Straight through the DevTools protocol: Playwright's own call prepares the page first and takes twice as long.
    private async Task<ArtifactRef?> ScreenshotAsync(IPage page, CancellationToken cancellationToken)
    {
        _cdp ??= await session.Context.NewCDPSessionAsync(page).WaitAsync(cancellationToken);
        JsonElement? answer;
        try
        {
            answer = await _cdp.SendAsync("Page.captureScreenshot", new Dictionary<string, object>
            {
                ["format"] = "jpeg",
                ["quality"] = 60,
                ["optimizeForSpeed"] = true,
            }).WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // A page without a picture is still a page.
            return null;
        }

        return answer?.GetProperty("data").GetBytesFromBase64() is { } bytes
            ? await artifacts.PutAsync(ArtifactKinds.Screenshot, bytes, cancellationToken)
            : null;
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        _cdp = null;
        await session.RenewPageAsync(cancellationToken);
    }
}
