using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Clicks controls, each on a fresh view of their page, and says what came of it.</summary>
internal sealed class ActionExplorer(BrowserSession session, ExplorationFence fence, CrawlLimits limits)
{
    private const int ClickMilliseconds = 2_000;
    private static readonly FactsOptions Quick = new(SettleMilliseconds: 2_000);

    public async Task<IReadOnlyList<ActionResult>> ExploreAsync(SitePage page, IReadOnlyList<PageElement> controls, CancellationToken cancellationToken)
    {
        var results = new List<ActionResult>();
        PageFacts? before = null;
        foreach (var control in controls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                before ??= await OpenAsync(page, cancellationToken);
                if (!At(page, before))
                {
                    // The page now leads elsewhere, as to a sign-in page: its controls are not there to try.
                    break;
                }

                var after = await ClickAsync(control, cancellationToken);
                if (after is null)
                {
                    continue;
                }

                var moved = UrlNormalForm.Parse(after.Url) is { } url && url != UrlNormalForm.Parse(before.Url) ? url : null;
                var revealed = moved is null && View(after) != View(before);
                var left = Left();
                results.Add(new(control.Id, moved ?? fence.TakeOpened().FirstOrDefault(), revealed, left));
                before = moved is null && !revealed && left is null ? after : null;
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // A control that cannot be tried leaves the page in doubt; the next one starts from a fresh view.
                before = null;
                if (session.Recorder.Crashed || e is TimeoutException)
                {
                    await session.RenewPageAsync(cancellationToken);
                }
            }
        }

        return results;
    }

    // The guard cannot know every word; a page that asks before it acts says it itself.
    private (string Code, string Reason)? Left()
    {
        if (session.Recorder.TakeConfirm() is { } question)
        {
            return ("destructive", DestructiveGuard.HazardOfConfirm(question));
        }

        return fence.TakeStopped() is [var url, ..] ? ("out-of-scope", $"it leads to {url.GetLeftPart(UriPartial.Authority)}") : null;
    }

    private static bool At(SitePage page, PageFacts facts) => UrlNormalForm.Parse(facts.Url)?.AbsolutePath == new Uri(page.Url).AbsolutePath;

    private async Task<PageFacts> OpenAsync(SitePage page, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(limits.PageTimeoutSeconds);
        await fence.RaiseAsync(session.Page, cancellationToken);
        await session.Page.GotoAsync(page.Url, new() { WaitUntil = WaitUntilState.Commit }).WaitAsync(limit, cancellationToken);
        var facts = await PageReader.ReadAsync(session.Page, Quick, cancellationToken);

        // What opening the page did was not the control's doing.
        session.Recorder.TakeConfirm();
        fence.TakeOpened();
        fence.TakeStopped();
        return facts;
    }

    private async Task<PageFacts?> ClickAsync(PageElement control, CancellationToken cancellationToken)
    {
        var locator = session.Page.Locator(control.Print.Css);
        if (await locator.CountAsync().WaitAsync(cancellationToken) != 1)
        {
            return null;
        }

        await locator.ClickAsync(new() { Timeout = ClickMilliseconds }).WaitAsync(cancellationToken);
        return await PageReader.ReadAsync(session.Page, Quick, cancellationToken);
    }

    /// <summary>What a user would notice: structure and the names of what is visible.</summary>
    private static string View(PageFacts facts) =>
        facts.Fingerprint + string.Join('|', facts.Elements.Where(e => e.Visible).Select(e => e.Print.Name)) + string.Join('|', facts.Headings.Select(h => h.Text));
}
