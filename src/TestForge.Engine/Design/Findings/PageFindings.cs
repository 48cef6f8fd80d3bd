using System.Globalization;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Findings;

/// <summary>Faults the site map shows by itself: errors, failed requests, missing content, slow pages.</summary>
internal static class PageFindings
{
    /// <summary>Response time above which visitors notice the wait; usability research puts the limit of an uninterrupted flow at one to two seconds.</summary>
    private const double SlowMilliseconds = 2_000;

    public static IEnumerable<Finding> Of(SiteMap site) =>
        HttpErrors(site).Concat(Console(site)).Concat(Requests(site)).Concat(Images(site)).Concat(Content(site)).Concat(Slow(site));

    private static IEnumerable<Finding> HttpErrors(SiteMap site)
    {
        foreach (var page in site.Pages.Where(p => p.Status >= 400 || p.Outcome is PageOutcome.Unreachable or PageOutcome.Timeout or PageOutcome.RedirectLoop or PageOutcome.Crashed))
        {
            var path = Shown(site, page.Url);
            var sources = site.Pages.Where(p => p.Id != page.Id && p.Links.Any(l => l.Url == page.Url || page.Duplicates.Contains(l.Url))).ToArray();
            var what = page.Status >= 400 ? $"answers with status {page.Status}" : Words(page.Outcome);
            var detail = sources.Length == 0
                ? $"{path} {what}. {page.OutcomeDetail}".TrimEnd()
                : $"{path} {what}. Linked from {string.Join(", ", sources.Take(5).Select(s => Shown(site, s.Url)))}{(sources.Length > 5 ? $" and {sources.Length - 5} more pages" : "")}. Correct the links or bring the page back.";
            yield return FindingMaker.Make(
                page.Status is >= 400 and < 500 ? FindingCategory.BrokenLink : FindingCategory.Network,
                page.Status is >= 400 and < 500 ? FindingSeverity.Serious : FindingSeverity.Critical,
                path,
                $"{path} {what}",
                detail,
                sources.Select(s => s.Id).Prepend(page.Id));
        }
    }

    private static IEnumerable<Finding> Console(SiteMap site) => site.Pages
        .SelectMany(p => p.Console.Where(e => e.Level is "error" or "exception").Select(e => (Page: p, Entry: e)))
        // A failed request is logged by the browser too, and has a finding of its own.
        .Where(x => !x.Entry.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        .GroupBy(x => (x.Entry.Level, x.Entry.Text))
        .Select(g => FindingMaker.Make(
            FindingCategory.Console,
            g.Key.Level == "exception" ? FindingSeverity.Serious : FindingSeverity.Moderate,
            g.Key.Text,
            $"{(g.Key.Level == "exception" ? "Uncaught exception" : "Console error")}: {PageText.Clean(g.Key.Text, 100)}",
            $"{g.Key.Text} ({g.Count()} time(s){(g.First().Entry.Location is { Length: > 0 } at ? $", {at}" : "")}). Scripts after the error may not have run.",
            g.Select(x => x.Page.Id)));

    private static IEnumerable<Finding> Requests(SiteMap site) => site.Pages
        .SelectMany(p => p.FailedRequests.Select(r => (Page: p, Request: r)))
        .GroupBy(x => (x.Request.Method, Url: x.Request.Url.Split('?')[0], x.Request.Status))
        .Select(g => FindingMaker.Make(
            FindingCategory.Network,
            g.Key.Status >= 500 ? FindingSeverity.Critical : FindingSeverity.Moderate,
            $"{g.Key.Method} {g.Key.Url}",
            $"Request fails: {g.Key.Method} {Shown(site, g.Key.Url)}",
            g.Key.Status == 0 ? $"No answer: {g.First().Request.Reason}. Seen on {g.Select(x => x.Page.Id).Distinct().Count()} page(s)."
                : $"Answered with status {g.Key.Status} on {g.Select(x => x.Page.Id).Distinct().Count()} page(s).",
            g.Select(x => x.Page.Id)));

    private static IEnumerable<Finding> Images(SiteMap site) => site.Pages
        .SelectMany(p => p.BrokenImages.Select(url => (Page: p, Url: url)))
        .GroupBy(x => x.Url)
        .Select(g => FindingMaker.Make(
            FindingCategory.Content,
            FindingSeverity.Moderate,
            $"image {g.Key}",
            $"Image does not load: {Shown(site, g.Key)}",
            "The browser shows a broken image. Correct the address or bring the file back.",
            g.Select(x => x.Page.Id)));

    private static IEnumerable<Finding> Content(SiteMap site)
    {
        var pages = site.Pages.Where(p => p.Outcome == PageOutcome.Ok && p.Status < 400).ToArray();
        return new[]
        {
            Missing(pages.Where(p => p.Title.Length == 0), "title", FindingSeverity.Serious, "Page without a title", "Browser tabs, bookmarks, search engines and screen readers name a page by its title. Add a <title>."),
            Missing(pages.Where(p => string.IsNullOrEmpty(p.Language)), "lang", FindingSeverity.Serious, "Page without a language", "Screen readers choose their voice by it. Add lang to the <html> element."),
            Missing(pages.Where(p => p.Headings.All(h => h.Level != 1)), "h1", FindingSeverity.Minor, "Page without a main heading", "A heading of level 1 tells visitors and search engines what the page is about. Add an <h1>."),
        }.OfType<Finding>();
    }

    private static Finding? Missing(IEnumerable<SitePage> pages, string what, FindingSeverity severity, string title, string detail) =>
        pages.Select(p => p.Id).ToArray() is { Length: > 0 } ids
            ? FindingMaker.Make(FindingCategory.Content, severity, $"missing {what}", title, $"{detail} {ids.Length} page(s).", ids) with { Rule = $"missing-{what}" }
            : null;

    private static IEnumerable<Finding> Slow(SiteMap site) => site.Pages
        .Where(p => p.ResponseMilliseconds > SlowMilliseconds)
        .Select(p => FindingMaker.Make(
            FindingCategory.Performance,
            p.ResponseMilliseconds > 3 * SlowMilliseconds ? FindingSeverity.Serious : FindingSeverity.Moderate,
            $"slow {Shown(site, p.Url)}",
            $"{Shown(site, p.Url)} answers slowly",
            string.Create(CultureInfo.InvariantCulture, $"The server took {p.ResponseMilliseconds / 1000:0.0} s to answer; above {SlowMilliseconds / 1000:0} s visitors notice."),
            [p.Id]));

    private static string Words(PageOutcome outcome) => outcome switch
    {
        PageOutcome.Unreachable => "cannot be reached",
        PageOutcome.Timeout => "does not answer in time",
        PageOutcome.RedirectLoop => "redirects in a circle",
        _ => "crashes the browser's page",
    };

    private static string Shown(SiteMap site, string address) => PageText.Clean(TargetPaths.Relative(site.Target, address) ?? address, 120);
}
