using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Changes what a case has made, by the buttons of its page and by its edit form, and expects the change to last.</summary>
internal sealed class UpdateMiner(TrialRoom room, TrialVisit visit, LiveSteps steps, LiveControls controls, OwnRowFinder finder, OwnRowRemover remover, string pageId)
{
    private const int MaxButtons = 2;
    private const int MaxTexts = 2;
    private const int MaxSelects = 3;
    private const string Changed = "Changed ${unique}";

    public async Task MineAsync(CancellationToken cancellationToken)
    {
        if (visit.Overwrites)
        {
            return;
        }

        await finder.ConfirmAsync(cancellationToken);
        if (await finder.FindAsync(cancellationToken) is not { } row)
        {
            return;
        }

        var mark = steps.Mark;
        var opened = await finder.OpenAsync(row, cancellationToken);
        if (!opened)
        {
            steps.Truncate(mark);
        }
        else
        {
            await ButtonsAsync(cancellationToken);
        }

        await EditAsync(row, opened, cancellationToken);
        await CleanAsync(cancellationToken);
    }

    /// <summary>A case leaves the application as it was, where the application allows it.</summary>
    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        if (mark > 0 && await finder.FindAsync(cancellationToken, Changed) is { } row)
        {
            await remover.RemoveAsync(row, steps.Adopt(pageId, "entry changed before", row.Locator, new() { Tag = "li" }, many: true), cancellationToken);
        }
        else
        {
            steps.Truncate(mark);
        }
    }

    /// <summary>Buttons of the record's page that are neither a form's nor remove it: closing, marking, assigning.</summary>
    private async Task ButtonsAsync(CancellationToken cancellationToken)
    {
        var tried = new HashSet<string>();
        for (var i = 0; i < MaxButtons; i++)
        {
            var facts = await PageReader.ReadAsync(visit.Page, new(SettleMilliseconds: 2_000), cancellationToken);
            var submits = facts.Forms.Select(f => f.Submit).OfType<int>().Select(s => facts.Elements[s].Print.Css).ToHashSet();
            var mark = steps.Mark;
            var before = visit.After;
            if (await controls.OnPageAsync(p => p.Role == "button" && p.Name.Length is > 1 and <= 30 && !submits.Contains(p.Css) && !ControlWords.Remove(p.Name) && !ControlWords.Edit(p.Name)
                    && DestructiveGuard.HazardOfWords(p.Name) is null && tried.Add(p.Name), cancellationToken) is not { } button
                || !await ClickAsync(button, cancellationToken))
            {
                steps.Truncate(mark);
                return;
            }

            var kept = false;
            foreach (var text in News(before, visit.After))
            {
                kept |= await steps.SeeAsync(new StepAction.ExpectPageText(text), cancellationToken);
            }

            if (!kept || visit.After.Url != before.Url || !await LastsAsync(News(before, visit.After), cancellationToken))
            {
                steps.Truncate(mark);
            }
        }
    }

    private async Task<bool> LastsAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (!await steps.DoAsync(Phrases.WhenReload(), cancellationToken))
        {
            return false;
        }

        var any = false;
        foreach (var text in texts)
        {
            any |= await steps.SeeAsync(new StepAction.ExpectPageText(text), cancellationToken);
        }

        return any;
    }

    private string[] News(PageState before, PageState after) =>
        [.. after.Lines.Except(before.Lines).Where(t => t.Length is >= 3 and <= 120 && t.Any(char.IsLetter) && VolatileText.Reason(t) is null)
            .Select(visit.Driver.Values.Generalise).Take(MaxTexts)];

    private async Task EditAsync(OwnRow row, bool opened, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        var control = opened
            ? await controls.OnPageAsync(p => p.Role is "button" or "link" && ControlWords.Edit(p.Name), cancellationToken)
            : await controls.InAsync(row.Locator, "the new entry", (_, name) => ControlWords.Edit(name), cancellationToken);
        if (control is null || !await ClickAsync(control, cancellationToken) || await ChangeAsync(cancellationToken) is not { } notes || !await ShownAsync(notes, cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    /// <summary>Fills the form that holds the case's own words and sends it; returns the names of what was chosen anew.</summary>
    private async Task<IReadOnlyList<string>?> ChangeAsync(CancellationToken cancellationToken)
    {
        var facts = await PageReader.ReadAsync(visit.Page, new(SettleMilliseconds: 2_000), cancellationToken);
        var form = facts.Forms.FirstOrDefault(f => f.Submit is not null && f.Fields.Any(Own));
        if (form is null)
        {
            return null;
        }

        if (await FieldAsync(facts, form.Fields.First(Own), cancellationToken) is not { } text
            || !await steps.DoAsync(new(StepKeyword.When, $"I fill {Phrases.Quoted(form.Fields.First(Own).Label)} with \"Changed …\"", new StepAction.Fill(text, Changed)), cancellationToken))
        {
            return null;
        }

        var notes = new List<string>();
        foreach (var field in form.Fields.Where(f => f is { Type: "select", ReadOnly: false, Options.Count: > 1 }).Take(MaxSelects))
        {
            if (await FieldAsync(facts, field, cancellationToken) is not { } select)
            {
                continue;
            }

            var locator = visit.Page.Locate(room.Book.Specs[select]);
            var index = await locator.EvaluateAsync<int>("e => e.selectedIndex").WaitAsync(cancellationToken) == field.FirstOption ? field.FirstOption + 1 : field.FirstOption;
            var name = $"changed-{notes.Count + 1}";
            if (await steps.DoAsync(new(StepKeyword.When, $"I choose entry {index + 1} of {Phrases.Quoted(field.Label)}", new StepAction.ChooseAt(select, index)), cancellationToken)
                && await steps.DoAsync(Phrases.WhenNote(room.Context, select, name), cancellationToken))
            {
                notes.Add(name);
            }
        }

        var submit = facts.Elements[form.Submit!.Value].Print;
        if (await LocatorPicker.PickAsync(visit.Page, submit, cancellationToken) is not { } spec)
        {
            return null;
        }

        return await ClickAsync(steps.Adopt(pageId, $"{submit.Name} button", spec, submit, many: false), cancellationToken) ? notes : null;
    }

    private bool Own(FactsField field) => field.Type is "text" or "textarea" && !field.ReadOnly && field.Value.Contains(visit.Driver.Values.Unique, StringComparison.OrdinalIgnoreCase);

    private async Task<string?> FieldAsync(PageFacts facts, FactsField field, CancellationToken cancellationToken)
    {
        var print = facts.Elements[field.Element].Print;
        return await LocatorPicker.PickAsync(visit.Page, print, cancellationToken) is { } spec ? steps.Adopt(pageId, $"{field.Label} field", spec, print, many: false) : null;
    }

    /// <summary>The change is shown, and still is when the page is loaded again.</summary>
    private async Task<bool> ShownAsync(IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        var texts = notes.Select(CaseValues.NotedReference).Where(r => visit.Driver.Values.Resolve(r).Length >= 3).Prepend(Changed).ToArray();
        foreach (var text in texts)
        {
            if (!await steps.SeeAsync(new StepAction.ExpectPageText(text), cancellationToken) && text == Changed)
            {
                return false;
            }
        }

        var mark = steps.Mark;
        if (visit.Session.Recorder.Document?.Request.Method is not ("GET" or null) || !await LastsAsync(texts, cancellationToken))
        {
            steps.Truncate(mark);
        }

        return true;
    }

    private Task<bool> ClickAsync(string elementId, CancellationToken cancellationToken) =>
        steps.DoAsync(LiveControls.Click(room.Context.ElementNames[elementId], elementId), cancellationToken);
}
