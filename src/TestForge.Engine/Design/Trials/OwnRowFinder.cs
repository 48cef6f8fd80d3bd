using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Looks where a visitor would look for what was just made: on the page that answered, and behind each link that every page has.</summary>
internal sealed partial class OwnRowFinder(TrialRoom room, TrialVisit visit, DraftState state, LiveSteps steps, LiveControls controls, string pageId)
{
    private const int MaxLinks = 6;
    private const string Number = "number";

    /// <summary>Finds the entry of a list that the case has made: by its own words, or by the number that the application gave it.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="also">Another text that only the case knows.</param>
    public async Task<OwnRow?> FindAsync(CancellationToken cancellationToken, string? also = null)
    {
        var references = state.Draft.Actions.Select(s => s.Action).OfType<StepAction.Fill>().Select(f => f.Value).Append(also).OfType<string>().Where(CaseValues.HasReference).Distinct().ToList();
        if (also is null && await NumberAsync(cancellationToken) is { } number)
        {
            references.Add(number);
        }

        await LeaveDialogAsync(cancellationToken);
        foreach (var link in Links().Prepend(null))
        {
            if (link is not null && !await steps.TryAsync(link, cancellationToken))
            {
                continue;
            }

            var lists = await PageLists.ReadAsync(visit.Page, cancellationToken);
            if (references.Select(r => OwnRow.In(lists, visit.Driver.Values.Resolve(r), r)).FirstOrDefault(r => r is not null) is { } row)
            {
                if (link is not null)
                {
                    steps.Write(link);
                }

                return row;
            }
        }

        return null;
    }

    /// <summary>Takes the last step of a form that shows what was filled in and asks to confirm it.</summary>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        var before = visit.Before.Lines.ToHashSet();
        var mark = steps.Mark;
        if (visit.After.Lines.Any(l => l.Contains(visit.Driver.Values.Unique, StringComparison.OrdinalIgnoreCase))
            && await controls.OnPageAsync(p => p is { Role: "button", Name.Length: > 0 } && !before.Contains(p.Name) && ControlWords.Confirm(p.Name) && (room.Context.AllowDestructive || DestructiveGuard.HazardOfWords(p.Name) is null), cancellationToken) is { } confirm
            && !await steps.DoAsync(LiveControls.Click(room.Context.ElementNames[confirm], confirm), cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    /// <summary>Opens the page of the record by the link in its entry.</summary>
    public async Task<bool> OpenAsync(OwnRow row, CancellationToken cancellationToken) =>
        await controls.InAsync(row.Locator, "the new entry", (role, _) => role == "link", cancellationToken) is { } link
        && await steps.DoAsync(LiveControls.Click(room.Context.ElementNames[link], link), cancellationToken)
        && visit.After.Lines.Any(l => l.Contains(visit.Driver.Values.Unique, StringComparison.OrdinalIgnoreCase));

    /// <summary>Notes the number in the answer to the form, such as that of an order.</summary>
    private async Task<string?> NumberAsync(CancellationToken cancellationToken)
    {
        var old = visit.Before.Lines.ToHashSet();
        var figures = (await PageLists.ReadAsync(visit.Page, cancellationToken)).Figures;
        var answer = figures.FirstOrDefault(f => visit.After.Lines.Any(l => !old.Contains(l) && l.Contains(f.Text, StringComparison.Ordinal))
            && NumberText.Digits(f.Text) is { Length: >= 2 } && !CurrencyOrDate().IsMatch(f.Text));
        if (answer is null)
        {
            return null;
        }

        var id = steps.Adopt(pageId, "answer", new() { Kind = LocatorKind.Css, Value = answer.Css }, new() { Tag = "p" }, many: false);
        return await steps.DoAsync(Phrases.WhenNote(room.Context, id, Number, digitsOnly: true), cancellationToken) ? CaseValues.NotedReference(Number) : null;
    }

    // A dialog that reports success lies over the navigation.
    private async Task LeaveDialogAsync(CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        if (await controls.IsDialogOpenAsync(cancellationToken)
            && (!await steps.DoAsync(Phrases.WhenPressKey("Escape"), cancellationToken) || await controls.IsDialogOpenAsync(cancellationToken)))
        {
            steps.Truncate(mark);
        }
    }

    // The ways that every page offers; those first that visitors come from. They are found by where they lead: their words
    // may count what is behind them.
    private TestStep[] Links()
    {
        var page = room.Context.Page(pageId);
        var start = (state.Draft.Actions[0].Action as StepAction.Navigate)?.Path;
        return [.. page.Elements
            .Where(e => e.Print is { Role: "link", Landmark: "navigation" or "banner", Name.Length: > 0, Frames.Count: 0, Href: { } href } && !href.AsSpan().ContainsAny('"', '\\')
                && room.Context.IsUsable(e) && Leads(e) is not null)
            .DistinctBy(Leads)
            .OrderByDescending(e => Leads(e) == start)
            .Take(MaxLinks)
            .Select(Link)];
    }

    private TestStep Link(PageElement link)
    {
        var within = new LocatorSpec { Kind = LocatorKind.Role, Value = link.Print.Landmark!, Name = string.IsNullOrEmpty(link.Print.LandmarkName) ? null : link.Print.LandmarkName };
        var spec = new LocatorSpec { Kind = LocatorKind.Css, Value = $"a[href=\"{link.Print.Href}\"]", Within = within, Nth = 0 };
        var id = steps.Adopt(pageId, $"way to the {room.Context.PageNames[PageOf(link)!.Id]}", spec, link.Print, many: false);
        return new(StepKeyword.When, $"I go to the {room.Context.PageNames[PageOf(link)!.Id]} by its link", new StepAction.Click(id));
    }

    private string? Leads(PageElement link) => PageOf(link) is { } page ? room.Context.PathOf(page) : null;

    private SitePage? PageOf(PageElement link) => room.Context.Page(pageId).Links
        .Where(l => l.ElementId == link.Id && l.InScope)
        .Select(l => room.Context.Pages.FirstOrDefault(p => p.Url == l.Url || p.Duplicates.Contains(l.Url))).FirstOrDefault(p => p is not null);

    [GeneratedRegex(@"\p{Sc}|\d{4}-\d{2}-\d{2}|\d[.,:]\d")]
    private static partial Regex CurrencyOrDate();
}
