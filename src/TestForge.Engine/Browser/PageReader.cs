using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>Settles a page and reads its facts, in one round trip.</summary>
internal static class PageReader
{
    public const string Hangs = "the page stopped answering: a script of it runs without end";
    public const string Unreadable = "the page cannot be read: it hides the browser's own functions";
    public const string KeepsNavigating = "the page keeps navigating and never stands still";

    /// <summary>Throws <see cref="TimeoutException"/> when the page does not answer, as one stuck in a loop does not.</summary>
    public static async Task<PageFacts> ReadAsync(IPage page, FactsOptions options, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromMilliseconds(options.SettleMilliseconds + 10_000);
        var careful = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                var json = await page.EvaluateAsync<string?>(PageScripts.Facts, options.ForPage(careful)).WaitAsync(limit, cancellationToken);
                return Clean(JsonSerializer.Deserialize<PageFacts>(json ?? "", ArtifactJson.Compact)!);
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException(attempt == 1 ? Hangs : KeepsNavigating, e);
            }
            catch (PlaywrightException e) when (attempt < 3 && e.Message.Contains("context was destroyed", StringComparison.Ordinal))
            {
                // The page navigated while it was being read; read where it has gone.
                if (!await Bounded.TryAsync(page.WaitForLoadStateAsync(LoadState.DOMContentLoaded), limit))
                {
                    throw new TimeoutException(KeepsNavigating, e);
                }
            }
            catch (Exception e) when (!careful && IsOfThePage(e))
            {
                // Its scripts may have replaced what pages are read with; that is put back for the next try.
                careful = true;
                await PutBackAsync(page, limit, cancellationToken);
            }
            catch (Exception e) when (IsOfThePage(e))
            {
                throw new PlaywrightException(Unreadable, e);
            }
        }
    }

    // An error thrown in the page, or an answer that is none; a page that has gone is neither.
    private static bool IsOfThePage(Exception e) => e is JsonException or InvalidCastException
        || (e is PlaywrightException && !e.Message.Contains("has been closed", StringComparison.Ordinal) && !e.Message.Contains("context was destroyed", StringComparison.Ordinal) && !e.Message.Contains("crashed", StringComparison.Ordinal));

    // Through the DevTools protocol: Playwright's own calls into a page lean on what the page has replaced.
    private static async Task PutBackAsync(IPage page, TimeSpan limit, CancellationToken cancellationToken)
    {
        var protocol = await page.Context.NewCDPSessionAsync(page).WaitAsync(limit, cancellationToken);
        var expression = new Dictionary<string, object> { ["expression"] = "window[Symbol.for('testforge.watch')]?.pristine?.()" };
        await protocol.SendAsync("Runtime.evaluate", expression).WaitAsync(limit, cancellationToken);
        await Bounded.TryAsync(protocol.DetachAsync(), limit);
    }

    private static object ForPage(this FactsOptions options, bool careful) => new
    {
        careful,
        settleMilliseconds = options.SettleMilliseconds,
        quietMilliseconds = options.QuietMilliseconds,
        maxElements = options.MaxElements,
        maxDocumentBytes = options.MaxDocumentMegabytes * 1024 * 1024,
        explore = options.Explore,
        timers = options.Timers,
        frames = options.Frames,
        consent = options.Consent,
        values = options.Values,
    };

    /// <summary>Makes the texts of a page safe to store and show; what cannot be shown as it is finds nothing and goes.</summary>
    public static PageFacts Clean(PageFacts facts) => facts with
    {
        Title = PageText.Clean(facts.Title),
        Language = Exact(facts.Language),
        Headings = [.. facts.Headings.Select(h => h with { Text = PageText.Clean(h.Text) })],
        Elements = [.. facts.Elements.Select(e => e with { Print = Clean(e.Print) })],
        Forms = [.. facts.Forms.Select(f => f with
        {
            Name = PageText.Clean(f.Name),
            SubmitText = PageText.Clean(f.SubmitText),
            Fields = [.. f.Fields.Select(x => x with { Label = PageText.Clean(x.Label), Options = x.Options?.Select(o => PageText.Clean(o)).ToArray() })],
        })],
    };

    /// <summary>What a page script says of an element, with texts that can be shown and values that are exact or left out.</summary>
    public static ElementFingerprint Clean(ElementFingerprint print) => print with
    {
        Role = Exact(print.Role) ?? "",
        Name = PageText.Clean(print.Name),
        Id = Exact(print.Id),
        TestId = Exact(print.TestId),
        Type = Exact(print.Type),
        NameAttribute = Exact(print.NameAttribute),
        Classes = [.. print.Classes.Select(Exact).OfType<string>()],
        Text = CleanOrNull(print.Text),
        Label = CleanOrNull(print.Label),
        Placeholder = CleanOrNull(print.Placeholder),
        Alt = CleanOrNull(print.Alt),
        Title = CleanOrNull(print.Title),
        NeighbourText = CleanOrNull(print.NeighbourText),
        LandmarkName = CleanOrNull(print.LandmarkName),
    };

    // What finds an element must be its exact value; one that cannot be shown as it is finds nothing.
    private static string? Exact(string? value) => value is not null && PageText.Clean(value) == value ? value : null;

    private static string? CleanOrNull(string? text) => text is null ? null : PageText.Clean(text);
}
