using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Browser.Consent;
using TestForge.Engine.Discovery.Addresses;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Visits addresses in one tab that is used again and again; a new tab costs more than the page.</summary>
internal sealed class PageVisitor(BrowserSession session, IArtifactStore artifacts, CrawlLimits limits)
{
    private const long Megabyte = 1024 * 1024;
    private static readonly FactsOptions Reading = new(Consent: true);

    private static readonly string[] SecurityHeaders =
    [
        "content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "strict-transport-security",
        "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
    ];

    /// <summary>The browser's own page about a failure, and the empty one that ends a load.</summary>
    private static readonly string[] LatePages = ["interrupted by another navigation to \"chrome-error:", "interrupted by another navigation to \"about:blank"];

    private readonly ConsentAnswer _consent = new();
    private PageCamera? _camera;

    // A banner shows on the first page of a context; once answered it does not come again.
    private bool _waited;

    /// <param name="url">The address.</param>
    /// <param name="known">Whether a page that was read needs no picture.</param>
    /// <param name="cancellationToken">Ends the visit.</param>
    public async Task<VisitedPage> VisitAsync(Uri url, Func<VisitedPage, bool> known, CancellationToken cancellationToken)
    {
        var recorder = session.Recorder;
        recorder.Reset();
        try
        {
            var visited = await ReadAsync(url, known, cancellationToken);
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
            var failed = WithRedirect(url, VisitFailures.From(e, new(recorder.Crashed, recorder.Downloaded, recorder.Dialogs.Count)));

            // The browser shows a page of its own about a failure, and that may come so late that it would end the next visit of the tab.
            // A browser that has ended takes its tabs along; whoever visits next starts another.
            if (session.Alive)
            {
                await session.RenewPageAsync(cancellationToken);
            }

            return failed with { Url = url, Status = recorder.Document?.Status ?? 0, Console = recorder.Console };
        }
    }

    private async Task<VisitedPage> ReadAsync(Uri url, Func<VisitedPage, bool> known, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(limits.PageTimeoutSeconds);
        var page = session.Page;
        var camera = await CameraAsync(cancellationToken);

        // Committed is enough: the page script itself waits for the document, so a body that never ends still gives what is there.
        var response = await OpenAsync(page, url, limit, cancellationToken);
        var headers = response?.Headers ?? new Dictionary<string, string>();
        var visited = new VisitedPage(PageOutcome.Ok)
        {
            Url = UrlNormalForm.Parse(page.Url),
            Status = response?.Status ?? 0,
            ContentType = PageText.Clean(headers.GetValueOrDefault("content-type")),
            SecurityHeaders = SecurityHeaders.Where(headers.ContainsKey).ToDictionary(h => h, h => PageText.Clean(headers[h], 1_000)),
        };
        if (session.EgressAnswer(headers) is { } egress)
        {
            var answer = EgressAnswers.Read(egress, await EgressAnswers.ReasonAsync(response!, cancellationToken));
            return Redirected(url, visited.Url, answer) with { Url = url };
        }

        if (Unreadable(visited, headers) is { } why)
        {
            await StopLoadingAsync(page);
            return visited with { Outcome = why.Outcome, Detail = why.Detail };
        }

        var reading = Reading;
        if (ForbidsScripts(headers))
        {
            // No timer ends in such a page, so it cannot wait for itself.
            await Bounded.TryAsync(page.WaitForLoadStateAsync(LoadState.Load), TimeSpan.FromMilliseconds(Reading.SettleMilliseconds));
            reading = Reading with { SettleMilliseconds = 0 };
        }

        var facts = await PageReader.ReadAsync(page, reading, cancellationToken);
        var consent = await _consent.TryAsync(page, facts.Overlays, cancellationToken);
        if (!_waited && consent is null && facts.Complete)
        {
            _waited = true;
            if (await LateBanner.ComesAsync(page, cancellationToken))
            {
                facts = await PageReader.ReadAsync(page, reading, cancellationToken);
                consent = await _consent.TryAsync(page, facts.Overlays, cancellationToken);
            }
        }

        facts = consent is null ? facts : await PageReader.ReadAsync(page, reading, cancellationToken);
        if (facts.TooLarge)
        {
            await StopLoadingAsync(page);
            return visited with { Outcome = PageOutcome.TooLarge, Detail = $"the document has more than {Reading.MaxDocumentMegabytes} MB" };
        }

        var (outcome, detail) = visited.Status >= 400
            ? (PageOutcome.HttpError, $"the server answered {visited.Status}")
            : (PageOutcome.Ok, facts.Complete ? null : $"the document was still loading after {Reading.SettleMilliseconds / 1000} s");
        visited = visited with
        {
            Outcome = outcome,
            Detail = detail,
            Facts = facts with { Addresses = [.. facts.Addresses, .. HeaderAddresses.Of(visited, headers)] },
            Consent = consent,
            Url = UrlNormalForm.Parse(facts.Url) ?? visited.Url,
            Console = session.Recorder.Console,
            FailedRequests = session.Recorder.FailedRequests,
            MixedContent = session.Recorder.MixedContent,
        };
        return known(visited) ? visited : visited with { Screenshot = await ScreenshotAsync(camera, cancellationToken) };
    }

    private async Task<IResponse?> OpenAsync(IPage page, Uri url, TimeSpan limit, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await page.GotoAsync(url.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit, Timeout = (float)limit.TotalMilliseconds })
                    .WaitAsync(limit + TimeSpan.FromSeconds(2), cancellationToken);
            }
            catch (PlaywrightException e) when (attempt == 1 && e.Message.Contains("net::ERR_ABORTED", StringComparison.Ordinal) && session.Recorder is { Downloaded: false, Document.Status: 200 })
            {
                // It came, and changed its address while it did.
            }
            catch (PlaywrightException e) when (attempt < 4 && LatePages.Append($"interrupted by another navigation to \"{url.AbsoluteUri}\"").Any(l => e.Message.Contains(l, StringComparison.Ordinal)))
            {
                // What the visit before left the tab with came late.
            }
        }
    }

    /// <summary>Names the place when a redirect, not the address itself, led to the failure.</summary>
    private VisitedPage WithRedirect(Uri url, VisitedPage failed)
    {
        if (UrlNormalForm.Parse(session.Recorder.FailedNavigation) is not { } at || failed.Outcome is not (PageOutcome.Unreachable or PageOutcome.Refused))
        {
            return failed;
        }

        return Redirected(url, at, session.RefusalOf(at) is { } reason ? EgressAnswers.Read("refused", reason) : failed);
    }

    private static VisitedPage Redirected(Uri url, Uri? at, VisitedPage failed) => at is null || TargetMoves.SameOrigin(url, at)
        ? failed
        : failed with { Detail = $"it redirects to {at.GetLeftPart(UriPartial.Authority)}: {failed.Detail}" };

    private static (PageOutcome Outcome, string Detail)? Unreadable(VisitedPage visited, Dictionary<string, string> headers)
    {
        if (visited.ContentType is { Length: > 0 } type && !IsDocument(type))
        {
            return (PageOutcome.NotADocument, $"the answer is {type}");
        }

        return long.TryParse(headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length / Megabyte > Reading.MaxDocumentMegabytes
            ? (PageOutcome.TooLarge, $"the document has {length / Megabyte} MB, the limit is {Reading.MaxDocumentMegabytes}")
            : null;
    }

    private static bool ForbidsScripts(Dictionary<string, string> headers) =>
        headers.GetValueOrDefault("content-security-policy") is { } policy
        && policy.Split(';', ',').Select(d => d.Trim()).Any(d => d.StartsWith("sandbox", StringComparison.OrdinalIgnoreCase) && !d.Contains("allow-scripts", StringComparison.OrdinalIgnoreCase));

    private static bool IsDocument(string contentType) =>
        contentType.Contains("html", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static Task<bool> StopLoadingAsync(IPage page) => Bounded.TryAsync(page.GotoAsync("about:blank"), TimeSpan.FromSeconds(5));

    private async Task<ArtifactRef?> ScreenshotAsync(PageCamera camera, CancellationToken cancellationToken) =>
        await camera.TakeAsync(cancellationToken) is { } bytes
            ? await artifacts.PutAsync(ArtifactKinds.Screenshot, bytes, cancellationToken)
            : null;

    // Whoever uses the tab too may have given it another page.
    private async Task<PageCamera> CameraAsync(CancellationToken cancellationToken) => _camera?.Page == session.Page
        ? _camera
        : _camera = await PageCamera.AttachAsync(session.Page, cancellationToken);
}
