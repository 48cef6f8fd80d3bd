using System.Text.RegularExpressions;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Follows what a case has made: it is listed, still there when the page is loaded again, and gone when it is removed.</summary>
/// <remarks>The only thing that is ever removed is what the case itself has made, found by the case's own word.</remarks>
internal sealed partial class LifeCycleMiner(TrialRoom room, TrialVisit visit, DraftState state, LiveSteps steps, string pageId)
{
    private const int MaxLinks = 6;
    private const string Number = "number";

    private readonly LiveSteps _steps = steps;
    private readonly LiveControls _controls = new(steps, pageId);

    public async Task MineAsync(CancellationToken cancellationToken)
    {
        if (await OwnAsync(cancellationToken) is not { } row)
        {
            return;
        }

        var entry = _steps.Adopt(pageId, "entry made before", row.Locator, new() { Tag = "li" }, many: true);
        if (await _steps.SeeAsync(new StepAction.ExpectVisible(entry), cancellationToken))
        {
            await KeptAsync(entry, cancellationToken);
            await RemovedAsync(row, entry, cancellationToken);
        }
    }

    /// <summary>Finds the entry of a list that the case has made: by its own words, or by the number that the application gave it.</summary>
    private async Task<OwnRow?> OwnAsync(CancellationToken cancellationToken)
    {
        var references = state.Draft.Actions.Select(s => s.Action).OfType<StepAction.Fill>().Select(f => f.Value).Where(CaseValues.HasReference).Distinct().ToList();
        if (await NumberAsync(cancellationToken) is { } number)
        {
            references.Add(number);
        }

        await LeaveDialogAsync(cancellationToken);
        foreach (var link in Links().Prepend(null))
        {
            if (link is not null && !await _steps.TryAsync(link, cancellationToken))
            {
                continue;
            }

            var lists = await PageLists.ReadAsync(visit.Page, cancellationToken);
            if (references.Select(r => OwnRow.In(lists, visit.Driver.Values.Resolve(r), r)).FirstOrDefault(r => r is not null) is { } row)
            {
                if (link is not null)
                {
                    _steps.Write(link);
                }

                return row;
            }
        }

        return null;
    }

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

        var id = _steps.Adopt(pageId, "answer", new() { Kind = LocatorKind.Css, Value = answer.Css }, new() { Tag = "p" }, many: false);
        return await _steps.DoAsync(Phrases.WhenNote(room.Context, id, Number, digitsOnly: true), cancellationToken) ? CaseValues.NotedReference(Number) : null;
    }

    // A dialog that reports success lies over the navigation.
    private async Task LeaveDialogAsync(CancellationToken cancellationToken)
    {
        var mark = _steps.Mark;
        if (await _controls.IsDialogOpenAsync(cancellationToken)
            && (!await _steps.DoAsync(Phrases.WhenPressKey("Escape"), cancellationToken) || await _controls.IsDialogOpenAsync(cancellationToken)))
        {
            _steps.Truncate(mark);
        }
    }

    // The ways that every page offers; those first that visitors come from.
    private TestStep[] Links()
    {
        var page = room.Context.Page(pageId);
        var start = (state.Draft.Actions[0].Action as StepAction.Navigate)?.Path;
        return [.. page.Elements
            .Where(e => e.Print is { Role: "link", Landmark: "navigation" or "banner", Name.Length: > 0, Frames.Count: 0 } && room.Context.IsUsable(e) && Leads(e) is not null)
            .DistinctBy(Leads)
            .OrderByDescending(e => Leads(e) == start)
            .Take(MaxLinks)
            .Select(e => Phrases.WhenClick(room.Context, e))];
    }

    private string? Leads(PageElement link) => room.Context.Site.Transitions
        .Where(t => t.ElementId == link.Id && t.From != t.To && t.Action == SiteActions.Click)
        .Select(t => room.Context.Pages.FirstOrDefault(p => p.Id == t.To)).OfType<SitePage>().Select(room.Context.PathOf).FirstOrDefault();

    private async Task KeptAsync(string entry, CancellationToken cancellationToken)
    {
        var mark = _steps.Mark;
        // Loading the answer to a submission again would send it again.
        if (visit.Session.Recorder.Document?.Request.Method is not ("GET" or null)
            || !await _steps.DoAsync(Phrases.WhenReload(), cancellationToken) || !await _steps.SeeAsync(new StepAction.ExpectVisible(entry), cancellationToken))
        {
            _steps.Truncate(mark);
        }
    }

    private async Task RemovedAsync(OwnRow row, string entry, CancellationToken cancellationToken)
    {
        var mark = _steps.Mark;
        var listed = visit.After.Url;
        if (!await RemoveAsync(row, cancellationToken) || visit.After.Url != listed || !await _steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken))
        {
            _steps.Truncate(mark);
            return;
        }

        mark = _steps.Mark;
        if (!await _steps.DoAsync(Phrases.WhenReload(), cancellationToken) || !await _steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken))
        {
            _steps.Truncate(mark);
        }
    }

    private async Task<bool> RemoveAsync(OwnRow row, CancellationToken cancellationToken)
    {
        var control = await _controls.InAsync(row.Locator, "the new entry", (role, name) => role == "button" && ControlWords.Remove(name), cancellationToken);
        if (control is null)
        {
            if (await OpenAsync(row, cancellationToken) is false)
            {
                return false;
            }

            control = await _controls.OnPageAsync(p => p.Role == "button" && ControlWords.Remove(p.Name), cancellationToken);
        }

        return control is not null && await ClickAsync(control, cancellationToken)
            && (await _controls.AgreeingAsync(cancellationToken) is not { } agree || await ClickAsync(agree, cancellationToken));
    }

    /// <summary>Opens the page of the record by the link in its entry.</summary>
    private async Task<bool> OpenAsync(OwnRow row, CancellationToken cancellationToken) =>
        await _controls.InAsync(row.Locator, "the new entry", (role, _) => role == "link", cancellationToken) is { } link && await ClickAsync(link, cancellationToken)
        && visit.After.Lines.Any(l => l.Contains(visit.Driver.Values.Unique, StringComparison.OrdinalIgnoreCase));

    private Task<bool> ClickAsync(string elementId, CancellationToken cancellationToken) =>
        _steps.DoAsync(LiveControls.Click(room.Context.ElementNames[elementId], elementId), cancellationToken);

    [GeneratedRegex(@"\p{Sc}|\d{4}-\d{2}-\d{2}|\d[.,:]\d")]
    private static partial Regex CurrencyOrDate();
}
