using TestForge.Engine.Browser;
using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Findings;

/// <summary>Faults that trials came across: accessibility, layout, links never crawled, forms that break.</summary>
internal static class TrialFindings
{
    private const int MaxSelectors = 10;
    private const int MaxListed = 5;
    private const int PhoneWidth = 390;

    public static IEnumerable<Finding> Of(DesignContext context, TrialLog log) =>
        Accessibility(log).Concat(Overflows(context, log)).Concat(Links(context, log)).Concat(Forms(context, log)).Concat(Twice(context, log)).Concat(Exceptions(context, log));

    private static IEnumerable<Finding> Accessibility(TrialLog log) => log.Violations
        .OrderBy(v => v.PageId, StringComparer.Ordinal)
        .GroupBy(x => x.Hit.Rule)
        .Select(g =>
        {
            var first = g.First().Hit;
            var places = g.SelectMany(x => x.Hit.Selectors).Distinct().ToArray();
            return FindingMaker.Make(
                FindingCategory.Accessibility,
                Severity(g.Select(x => x.Hit.Impact)),
                g.Key,
                PageText.Clean(first.Help, 120),
                $"{places.Length} place(s) on {g.Select(x => x.PageId).Distinct().Count()} page(s).",
                g.Select(x => x.PageId).Distinct()) with
            {
                Rule = g.Key,
                Tags = [.. first.Tags.Where(t => t.StartsWith("wcag", StringComparison.Ordinal))],
                Selectors = [.. places.Take(MaxSelectors)],
                HelpUrl = first.HelpUrl,
            };
        });

    private static IEnumerable<Finding> Overflows(DesignContext context, TrialLog log) => log.Overflows
        .GroupBy(o => (o.PageId, o.Window))
        .Select(g => FindingMaker.Make(
            FindingCategory.Responsive,
            g.Key.Window <= PhoneWidth ? FindingSeverity.Moderate : FindingSeverity.Minor,
            $"overflow {g.Key.Window} {context.PathOf(context.Page(g.Key.PageId))}",
            $"{context.PageNames[g.Key.PageId]} is wider than a screen of {g.Key.Window} pixels",
            $"The content is {g.Max(o => o.Page)} pixels wide; visitors have to scroll sideways. Let wide content wrap, shrink or scroll by itself.",
            [g.Key.PageId]) with { Rule = "horizontal-overflow" });

    // A list whose rows all lead nowhere is one fault.
    private static IEnumerable<Finding> Links(DesignContext context, TrialLog log) => log.BrokenLinks
        .GroupBy(l => (Place: l.Path.Split('?', '#')[0], l.Status))
        .Select(g =>
        {
            var paths = g.Select(l => l.Path).Distinct().Order(StringComparer.Ordinal).ToArray();
            var sources = g.Select(l => context.PathOf(context.Page(l.PageId))).Distinct().Take(MaxListed);
            return FindingMaker.Make(
                FindingCategory.BrokenLink,
                g.Key.Status >= 500 ? FindingSeverity.Critical : FindingSeverity.Serious,
                $"{g.Key.Place} {g.Key.Status}",
                paths.Length == 1
                    ? $"{PageText.Clean(paths[0], 120)} answers with status {g.Key.Status}"
                    : $"{paths.Length} links to {PageText.Clean(g.Key.Place, 120)} answer with status {g.Key.Status}",
                (paths.Length == 1 ? "" : $"For example {string.Join(", ", paths.Take(MaxListed).Select(p => PageText.Clean(p, 200)))}. ")
                    + $"Linked from {string.Join(", ", sources)}. Correct the link or bring the page back.",
                g.Select(l => l.PageId));
        });

    private static IEnumerable<Finding> Forms(DesignContext context, TrialLog log) => log.FormErrors
        .GroupBy(f => (f.PageId, f.Title))
        .Select(g => FindingMaker.Make(
            FindingCategory.Network,
            FindingSeverity.Critical,
            $"form {context.PathOf(context.Page(g.Key.PageId))} {g.Key.Title}",
            $"Server error {g.First().Status}: {PageText.Clean(g.Key.Title, 100)}",
            $"The form on {context.PathOf(context.Page(g.Key.PageId))} was answered with status {g.First().Status}. The server must refuse what it cannot take, not fail.",
            [g.Key.PageId]));

    private static IEnumerable<Finding> Twice(DesignContext context, TrialLog log) => log.SentTwice
        .GroupBy(t => t.PageId)
        .Select(g => FindingMaker.Make(
            FindingCategory.Network,
            FindingSeverity.Serious,
            $"twice {context.PathOf(context.Page(g.Key))}",
            $"A form of the {context.PageNames[g.Key]} sent by two clicks makes {g.Max(t => t.Entries)} entries",
            "Many people click twice. Disable the button while the form is on its way, and let the server know a form that it has seen.",
            [g.Key]));

    // What loading the page logs is found from the site map; these came with an action.
    private static IEnumerable<Finding> Exceptions(DesignContext context, TrialLog log) => log.Exceptions
        .Where(e => context.Site.Pages.All(p => p.Console.All(c => c.Text != e.Text)))
        .GroupBy(e => e.Text)
        .Select(g => FindingMaker.Make(
            FindingCategory.Console,
            FindingSeverity.Serious,
            g.Key,
            $"Uncaught exception after an action: {PageText.Clean(g.Key, 100)}",
            $"{g.Key} It happened while a form was used.",
            g.Select(e => e.PageId)));

    private static FindingSeverity Severity(IEnumerable<string> impacts) => impacts.Select(i => i switch
    {
        "critical" => FindingSeverity.Critical,
        "serious" => FindingSeverity.Serious,
        "moderate" => FindingSeverity.Moderate,
        _ => FindingSeverity.Minor,
    }).Max();
}
