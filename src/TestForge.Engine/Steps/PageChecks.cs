using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Checks of the page as a whole. Each returns null when it holds.</summary>
internal sealed class PageChecks(BrowserSession session, Uri target)
{
    private const string Settled = "async () => { const watch = window[Symbol.for('testforge.watch')]; const end = performance.now() + 2000; "
        + "while (performance.now() < end) { if (document.readyState === 'complete' && (!watch || (watch.pending === 0 && performance.now() - watch.changed >= 60))) return; "
        + "await new Promise((r) => setTimeout(r, 15)); } }";

    private bool _rests;

    /// <summary>Something was done to the page, so that it may no longer be at rest.</summary>
    public void Disturbed() => _rests = false;

    /// <summary>Waits, within bounds, until the page has loaded and is quiet; once, until something is done to it.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_rests)
        {
            return;
        }

        try
        {
            await session.Page.EvaluateAsync(Settled).WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
            _rests = true;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // It navigates or hangs; the check that follows sees what there is.
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public async Task<CheckMismatch?> CheckAsync(StepAction check, CancellationToken cancellationToken) => check switch
    {
        StepAction.ExpectUrl a => Relative(session.Page.Url) == a.Path ? null : Elsewhere(a.Path),
        StepAction.ExpectTitle a => Same("The page has another title.", a.Title, PageText.Clean(await session.Page.TitleAsync().WaitAsync(cancellationToken))),
        StepAction.ExpectPageText a => await TextAsync(a.Text, cancellationToken),
        StepAction.ExpectNoPageText a => await NoTextAsync(a.Text, cancellationToken),
        StepAction.ExpectUrlLike a => UrlTemplate.Matches(a.Template, Relative(session.Page.Url)) ? null : Elsewhere(a.Template),
        StepAction.ExpectStatus a => Same("The server answered with another status.", Number(a.Status), Number(session.Recorder.Document?.Status ?? 0)),
        StepAction.ExpectHeader a => Header(a),
        StepAction.ExpectConsoleClean a => Console(a.Known),
        StepAction.ExpectRequestsSucceed a => Requests(a.Known),
        StepAction.ExpectNoMixedContent => session.Recorder.MixedContent is [var first, ..] ? new("The page loads content without encryption.", "https only", first) : null,
        StepAction.ExpectFitsViewport => await FitsAsync(cancellationToken),
        StepAction.ExpectWebVitals a => (await WebVitals.ReadAsync(session.Page, cancellationToken)).Over(a),
        StepAction.ExpectAnswer a => await CallCheck.CheckAsync(session.Recorder, target, a, cancellationToken),
        StepAction.ExpectAccessible a => await AccessibleAsync(a, cancellationToken),
        StepAction.ExpectLinksResolve a => await new LinkProbe(session.Context, target).CheckAsync(a.Paths, cancellationToken),
        _ => throw new StageException("plan.unknown_action", $"This version cannot check '{check.GetType().Name}'.", retryable: false),
    };

    // What is compared is the whole address; what is told of it reaches reports.
    private CheckMismatch Elsewhere(string expected) => new("The page has another address.", expected, SecretsInUrls.Hide(Relative(session.Page.Url)));

    private static CheckMismatch? Same(string message, string expected, string actual) =>
        expected == actual ? null : new(message, expected, actual);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Relative(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Authority == target.Authority ? address.PathAndQuery + address.Fragment : SecretsInUrls.Hide(url);

    private async Task<CheckMismatch?> TextAsync(string text, CancellationToken cancellationToken)
    {
        var visible = session.Page.GetByText(text).Filter(new() { Visible = true });
        return await visible.CountAsync().WaitAsync(cancellationToken) > 0 ? null : new("The text is not on the page.", text, "not visible");
    }

    private async Task<CheckMismatch?> NoTextAsync(string text, CancellationToken cancellationToken)
    {
        var visible = session.Page.GetByText(text).Filter(new() { Visible = true });
        return await visible.CountAsync().WaitAsync(cancellationToken) == 0 ? null : new("The text is on the page.", "not visible", text);
    }

    private CheckMismatch? Header(StepAction.ExpectHeader check)
    {
        var actual = session.Recorder.Document?.Headers.GetValueOrDefault(check.Name.ToLowerInvariant());
        return Same($"The response header {check.Name} is another.", check.Value, PageText.Clean(actual ?? "missing", 1_000));
    }

    private CheckMismatch? Console(IReadOnlyList<string> known)
    {
        var news = session.Recorder.Console.FirstOrDefault(e => e.Level is "error" or "exception" && !KnownMessages.Knows(known, e.Text, target));
        return news is null ? null : new("The console shows a new error.", "no new error", news.Text);
    }

    private CheckMismatch? Requests(IReadOnlyList<string> known)
    {
        var news = session.Recorder.FailedRequests
            .Where(r => Uri.TryCreate(r.Url, UriKind.Absolute, out var url) && url.Authority == target.Authority && url.AbsolutePath != "/favicon.ico")
            .FirstOrDefault(r => !known.Contains(Uri.TryCreate(r.Url, UriKind.Absolute, out var url) ? url.AbsolutePath : r.Url));
        return news is null ? null : new("A request failed.", "all requests succeed", $"{news.Method} {news.Url}: {(news.Status > 0 ? Number(news.Status) : news.Reason)}");
    }

    private async Task<CheckMismatch?> FitsAsync(CancellationToken cancellationToken)
    {
        var excess = await session.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth").WaitAsync(cancellationToken);
        return excess <= 1 ? null : new("The page is wider than the viewport.", "no horizontal scrolling", $"{Number(excess)} pixels too wide");
    }

    private async Task<CheckMismatch?> AccessibleAsync(StepAction.ExpectAccessible check, CancellationToken cancellationToken)
    {
        var violations = await AxeRunner.RunAsync(session.Page, check.Tags, cancellationToken);
        var news = violations.Where(v => !check.KnownRules.Contains(v.Rule)).ToArray();
        return news.Length == 0
            ? null
            : new("The page breaks a further accessibility rule.", "no further violation", string.Join("; ", news.Select(v => $"{v.Rule}: {v.Help} ({string.Join(", ", v.Selectors.Take(1))})")));
    }
}
