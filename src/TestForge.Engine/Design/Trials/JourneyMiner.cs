using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Design.Forms;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Follows what a visitor puts into a list of their own: its quantity, its amounts, a voucher, and the way on to the end.</summary>
internal sealed partial class JourneyMiner(TrialRoom room, TrialVisit visit, LiveSteps steps, LiveControls controls, string pageId)
{
    private const int MaxAmounts = 4;
    private const int MaxTexts = 4;
    private const string NoAddress = "not-an-address";

    private static readonly string Subject = CaseValues.NotedReference(Probe.Carries.Subject);

    public async Task MineAsync(IReadOnlyList<TestStep> making, CancellationToken cancellationToken)
    {
        if (await MadeAsync(making, cancellationToken) is not { } row || !await steps.SeeAsync(new StepAction.ExpectVisible(Entry(row)), cancellationToken))
        {
            steps.Truncate(0);
            return;
        }

        NoteOwn();
        await QuantityAsync(row, cancellationToken);
        await VoucherAsync(cancellationToken);
        await OnwardAsync(cancellationToken);
    }

    /// <summary>Takes out what was put in, where the list was without it before: then it is the case's own.</summary>
    public async Task WithdrawAsync(IReadOnlyList<TestStep> making, CancellationToken cancellationToken)
    {
        if (await ScoutAsync(making, cancellationToken) is not { } found || room.Context.Page(pageId) is not { } page)
        {
            return;
        }

        var (path, row) = found;
        var entry = Entry(row);
        var listed = new TestStep(StepKeyword.When, $"I go to {path}", new StepAction.Navigate(path));
        if (!await steps.DoAsync(listed, cancellationToken) || !await steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken)
            || !await steps.DoAsync(Phrases.GivenOn(room.Context, page) with { Keyword = StepKeyword.When }, cancellationToken)
            || await MadeAsync(making, cancellationToken) is null || !await steps.SeeAsync(new StepAction.ExpectVisible(entry), cancellationToken)
            || await controls.InAsync(row.Locator, "the new entry", (role, name) => role == "button" && ControlWords.Remove(name), cancellationToken) is not { } remove
            || !await ClickAsync(remove, cancellationToken)
            || (await controls.AgreeingAsync(cancellationToken) is { } agree && !await ClickAsync(agree, cancellationToken))
            || !await steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken)
            || !await steps.DoAsync(listed, cancellationToken) || !await steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken))
        {
            steps.Truncate(0);
        }
    }

    /// <summary>Finds out in a visit of its own where the form leads and what the entry looks like there.</summary>
    private async Task<(string Path, OwnRow Row)?> ScoutAsync(IReadOnlyList<TestStep> making, CancellationToken cancellationToken)
    {
        if (visit.Driver.Values.Noted(Probe.Carries.Subject) is not { Length: > 1 } subject)
        {
            return null;
        }

        await using var scout = await room.OpenAsync(anonymous: true, cancellationToken);
        foreach (var step in making.Prepend(Phrases.GivenOn(room.Context, room.Context.Page(pageId))))
        {
            if (step.Action.Element is { } id)
            {
                await room.Book.EnsureAsync(scout.Page, pageId, [id], needed: false, cancellationToken);
                if (!room.Book.Specs.ContainsKey(id))
                {
                    return null;
                }
            }

            if (!(await scout.Driver.PerformAsync(step.Action, cancellationToken)).Passed)
            {
                return null;
            }
        }

        await scout.SettledAsync(QuietWatch.AfterAction, cancellationToken);
        return OwnRow.In(await PageLists.ReadAsync(scout.Page, cancellationToken), subject, Subject) is { } row && TargetPaths.Relative(room.Context.Site.Target, scout.Page.Url) is { } path
            ? (path, row)
            : null;
    }

    private void NoteOwn()
    {
        if (TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is { } path)
        {
            room.Log.OwnPages[path.Split('?', '#')[0]] = 0;
        }
    }

    private async Task<OwnRow?> MadeAsync(IReadOnlyList<TestStep> making, CancellationToken cancellationToken)
    {
        foreach (var step in making)
        {
            if (!await steps.DoAsync(step, cancellationToken))
            {
                return null;
            }
        }

        return visit.Driver.Values.Noted(Probe.Carries.Subject) is { Length: > 1 } subject ? OwnRow.In(await PageLists.ReadAsync(visit.Page, cancellationToken), subject, Subject) : null;
    }

    private string Entry(OwnRow row) => steps.Adopt(pageId, "entry put in before", row.Locator, new() { Tag = "li" }, many: true);

    /// <summary>Another quantity, other amounts.</summary>
    private async Task QuantityAsync(OwnRow row, CancellationToken cancellationToken)
    {
        var spec = new LocatorSpec { Kind = LocatorKind.Css, Value = "input[type=number]", Within = row.Locator };
        var field = visit.Page.Locate(visit.Driver.Values.Resolve(spec));
        if (await field.CountAsync().WaitAsync(cancellationToken) != 1 || NumberText.Only(await field.InputValueAsync().WaitAsync(cancellationToken)) is not { } now)
        {
            return;
        }

        var mark = steps.Mark;
        var quantity = steps.Adopt(pageId, "quantity of the new entry", spec, new() { Tag = "input", Type = "number" }, many: false);
        var update = await controls.InAsync(row.Locator, "the new entry", (role, name) => role == "button" && !ControlWords.Remove(name), cancellationToken);
        var change = new TestStep(StepKeyword.When, $"I fill the quantity with {now + 1:0}", new StepAction.Fill(quantity, $"{now + 1:0}"));
        if (!await ChangesAmountsAsync([change, update is null ? new(StepKeyword.When, "I press Enter in the quantity", new StepAction.Press(quantity, "Enter")) : Click(update)], cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    /// <summary>A voucher that the application itself names takes something off.</summary>
    private async Task VoucherAsync(CancellationToken cancellationToken)
    {
        var code = room.Log.Standing.Texts.Concat(visit.After.Lines).Where(t => VoucherWords().IsMatch(t)).Select(t => Code().Match(t).Value).FirstOrDefault(c => c.Length > 0);
        var facts = await PageReader.ReadAsync(visit.Page, new(SettleMilliseconds: 2_000), cancellationToken);
        var form = facts.Forms.FirstOrDefault(f => f.Submit is not null && f.Fields is [{ Type: "text" } only] && VoucherWords().IsMatch($"{only.Label} {only.Name}"));
        var mark = steps.Mark;
        if (code is null || form is null || await LiveForm.AdoptAsync(steps, pageId, facts, form, cancellationToken) is not { } live
            || !await ChangesAmountsAsync([new(StepKeyword.When, $"I fill {Phrases.Quoted(form.Fields[0].Label)} with {Phrases.Quoted(code)}", new StepAction.Fill(live.Form.Fields[0].ElementId, code)), live.Send], cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    private async Task<bool> ChangesAmountsAsync(IReadOnlyList<TestStep> changes, CancellationToken cancellationToken)
    {
        var amounts = new List<(string Id, string Name)>();
        foreach (var figure in (await PageLists.ReadAsync(visit.Page, cancellationToken)).Figures.Where(f => Money().IsMatch(f.Text)).Reverse().Take(MaxAmounts))
        {
            var id = steps.Adopt(pageId, "amount", new() { Kind = LocatorKind.Css, Value = figure.Css }, new() { Tag = "p", Css = figure.Css }, many: false);
            var name = $"{id[(id.LastIndexOf('.') + 1)..]}-before";
            if (await steps.DoAsync(Phrases.WhenNote(room.Context, id, $"amount-{name}"), cancellationToken))
            {
                amounts.Add((id, $"amount-{name}"));
            }
        }

        foreach (var change in changes)
        {
            if (!await steps.DoAsync(change, cancellationToken))
            {
                return false;
            }
        }

        var changed = false;
        foreach (var (id, name) in amounts)
        {
            changed |= await steps.SeeAsync(new StepAction.ExpectChanged(id, name), cancellationToken);
        }

        return changed;
    }

    /// <summary>The way on, and the form at its end: empty, with a wrong address, and right.</summary>
    private async Task OnwardAsync(CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        if (await controls.OnPageAsync(p => p.Role == "link" && ControlWords.Forward(p.Name) && DestructiveGuard.HazardOfWords(p.Name) is null, cancellationToken) is not { } link || !await ClickAsync(link, cancellationToken)
            || TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is not { } path || !AddressCheck.IsPlain(path) || !await steps.SeeAsync(new StepAction.ExpectUrl(path), cancellationToken))
        {
            steps.Truncate(mark);
            return;
        }

        NoteOwn();
        var facts = await PageReader.ReadAsync(visit.Page, new(SettleMilliseconds: 2_000), cancellationToken);
        var form = facts.Forms.Where(f => f.Submit is not null).MaxBy(f => f.Fields.Count);
        if (form is null || form.Fields.Count < 2 || await LiveForm.AdoptAsync(steps, pageId, facts, form, cancellationToken) is not { } live || FormGuard.Refusal(room.Context, live.Form) is not null)
        {
            return;
        }

        var arrived = visit.After;
        await RefusedAsync(live, arrived, live.Form.Fields.Where(f => f.Type is "text" or "email" or "tel" or "textarea").Select(f => Fill(f, "")), cancellationToken);
        if (live.Form.Fields.FirstOrDefault(f => f.Type == "email") is { } email)
        {
            await RefusedAsync(live, arrived, FormFilling.Steps(room.Context, live.Form, email.ElementId, Fill(email, NoAddress)) ?? [], cancellationToken);
        }

        if (live.Form.Fields.FirstOrDefault(f => f.Type == "checkbox" && Values.Agreements.Is(f.Label)) is { } agreement)
        {
            await RefusedAsync(live, arrived, FormFilling.Steps(room.Context, live.Form, agreement.ElementId, Phrases.WhenCheck(room.Context.Element(agreement.ElementId)!, agreement, on: false)) ?? [], cancellationToken);
        }

        await AcceptedAsync(live, cancellationToken);
    }

    private TestStep Fill(FormField field, string value) => Phrases.WhenFill(room.Context.Element(field.ElementId)!, field, value);

    private async Task RefusedAsync(LiveForm live, PageState arrived, IEnumerable<TestStep> fills, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        // What an earlier refusal said too is said again, so only what stood there before any counts as old.
        if (!await AllAsync(fills.Append(live.Send), cancellationToken) || visit.After.RefusedFields + visit.After.Refusals.Count == 0 || !await NewsAsync(arrived, cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    private async Task AcceptedAsync(LiveForm live, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        var before = visit.After;
        if (FormFilling.Steps(room.Context, live.Form) is not { } filled || !await AllAsync(filled.Append(live.Send), cancellationToken) || visit.After.Url == before.Url
            || TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is not { } path
            || AddressCheck.Of(path) is not { } check || !await steps.SeeAsync(check, cancellationToken))
        {
            steps.Truncate(mark);
            return;
        }

        await NewsAsync(before, cancellationToken);
    }

    private async Task<bool> AllAsync(IEnumerable<TestStep> all, CancellationToken cancellationToken)
    {
        foreach (var step in all)
        {
            if (!await steps.DoAsync(step, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> NewsAsync(PageState before, CancellationToken cancellationToken)
    {
        var any = false;
        var news = visit.After.Refusals.Concat(visit.After.Messages).Concat(visit.After.Headings).Concat(visit.After.Lines).Distinct().Except(before.Lines)
            .Where(t => t.Length is >= 3 and <= 120 && t.Any(char.IsLetter) && VolatileText.Reason(t) is null).Take(MaxTexts).ToArray();
        foreach (var text in news)
        {
            any |= await steps.SeeAsync(new StepAction.ExpectPageText(visit.Driver.Values.Generalise(text)), cancellationToken);
        }

        return any;
    }

    private TestStep Click(string elementId) => LiveControls.Click(room.Context.ElementNames[elementId], elementId);

    private Task<bool> ClickAsync(string elementId, CancellationToken cancellationToken) => steps.DoAsync(Click(elementId), cancellationToken);

    [GeneratedRegex(@"\b(voucher|coupon|promo(tion)?|discount|gift card|gutschein|rabatt|bon de réduction|cupón|buono|kortingscode)", RegexOptions.IgnoreCase)]
    private static partial Regex VoucherWords();

    [GeneratedRegex(@"\b(?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,16}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{Sc}\s?\d|\d\s?(\p{Sc}|EUR|USD|GBP|CHF)")]
    private static partial Regex Money();
}
