using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Tries a group of drafts on the live application, once in each of two visits.</summary>
internal sealed class CaseTrial(TrialRoom room, TrialGroup group)
{
    /// <summary>Performs the actions and writes down what can be seen.</summary>
    public async Task ObserveAsync(CancellationToken cancellationToken)
    {
        await using var visit = await room.OpenAsync(group.First.Anonymous, cancellationToken);
        if (await ActAsync(visit, prove: false, cancellationToken) is { } failure)
        {
            Drop($"First visit: {failure}");
            return;
        }

        foreach (var draft in InOrder())
        {
            foreach (var probe in draft.Draft.Probes.Where(_ => draft.Dropped is null))
            {
                await LookAsync(visit, draft, probe, cancellationToken);
            }

            if (draft.Dropped is null && !draft.Seen.Exists(s => s.Action.IsCheck))
            {
                draft.Drop("Nothing that could be expected was seen.");
            }

            draft.Tried = true;
        }
    }

    // What goes wrong in looking for one thing must not cost the other cases of the page their visit.
    private async Task LookAsync(TrialVisit visit, DraftState draft, Probe probe, CancellationToken cancellationToken)
    {
        try
        {
            await new ProbeMiner(room, visit, draft).MineAsync(probe, cancellationToken);
        }
        catch (PlaywrightException e) when (!visit.Session.Recorder.Crashed && !visit.Page.IsClosed && group.Drafts.Count > 1)
        {
            draft.Drop($"The browser gave up: {Browser.PageText.Clean(e.Message.Split('\n')[0])}");
        }
    }

    /// <summary>Performs the actions again and keeps what still holds.</summary>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        await using var visit = await room.OpenAsync(group.First.Anonymous, cancellationToken);
        if (await ActAsync(visit, prove: true, cancellationToken) is { } failure)
        {
            Drop($"It worked in the first visit; second visit: {failure}");
            return;
        }

        foreach (var draft in InOrder().Where(d => d.Dropped is null))
        {
            await new DraftConfirmation(room, visit, draft).RunAsync(cancellationToken);
        }
    }

    // Checks that change the window come last, and they start from the default size.
    private DraftState[] InOrder() =>
        [.. group.Drafts.Where(d => d.Dropped is null).OrderBy(d => d.Draft.Probes.Any(p => p is Probe.Fits) ? 1 : 0)];

    private void Drop(string reason)
    {
        foreach (var draft in group.Drafts)
        {
            draft.Drop(reason);
        }
    }

    /// <summary>Returns what went wrong, or null.</summary>
    private async Task<string?> ActAsync(TrialVisit visit, bool prove, CancellationToken cancellationToken)
    {
        var used = UsedOnPage();
        for (var i = 0; i < group.Actions.Count; i++)
        {
            var step = group.Actions[i];
            var isLast = i == group.Actions.Count - 1;
            if (i > 0 && isLast)
            {
                visit.Before = await PageState.ReadAsync(visit.Page, cancellationToken);
                visit.CallsBefore = visit.Session.Recorder.Calls;
                if (group.First.OnlyWhileInvalid is { } field && !await IsRefusedAsync(visit, field, cancellationToken))
                {
                    return "the browser would not have stopped the form from being sent";
                }
            }

            if (step.Action.Element is { } id)
            {
                await KnowAsync(visit, [id], needed: true, prove, cancellationToken);
                if (room.Book.Lost(id) is { } lost)
                {
                    return $"{room.Context.ElementNames[id]}: {lost}";
                }
            }

            if (step.Action is StepAction.Fill fill && CaseValues.HasReference(fill.Value) && room.Book.Specs.TryGetValue(fill.ElementId, out var spec))
            {
                visit.Overwrites |= await visit.Page.Locate(spec).InputValueAsync().WaitAsync(cancellationToken) is { Length: > 0 };
            }

            var outcome = await visit.Driver.PerformAsync(step.Action, cancellationToken);
            if (Failures.Of(outcome) is { } failure)
            {
                foreach (var draft in group.Drafts)
                {
                    draft.Unusable |= outcome.Trouble == StepTrouble.Unusable;
                }

                return $"{step.Text}: {failure}";
            }

            if (i == 0)
            {
                visit.After = await visit.SettledAsync(TimeSpan.Zero, cancellationToken);
                visit.Quiet.Opened();
                if (!group.Drafts.Any(d => d.Draft.Probes.Any(p => p is Probe.Denied)) && Elsewhere(visit) is { } elsewhere)
                {
                    return elsewhere;
                }

                room.Log.Standing.Note(group.First.PageId, visit.After.Lines);

                if (!prove || isLast)
                {
                    await KnowAsync(visit, used, needed: isLast, prove, cancellationToken);
                }
            }
            else if (isLast)
            {
                visit.After = await visit.SettledAsync(QuietWatch.AfterAction, cancellationToken);
            }
        }

        return visit.Session.Recorder.Crashed ? "the page crashed" : null;
    }

    /// <summary>Elements get their locators where they are first seen, and are proved where they are next used.</summary>
    private Task KnowAsync(TrialVisit visit, string[] ids, bool needed, bool prove, CancellationToken cancellationToken) => prove
        ? room.Book.ProveAsync(visit.Page, ids, cancellationToken)
        : room.Book.EnsureAsync(visit.Page, ids.Length > 0 ? room.Context.PageOf(ids[0]) : group.First.PageId, ids, needed, cancellationToken);

    private string[] UsedOnPage() =>
        [.. group.Actions.Select(s => s.Action.Element)
            .Concat(group.Drafts.SelectMany(d => d.Draft.Probes).SelectMany(ElementsOf))
            .OfType<string>().Where(id => room.Context.PageOf(id) == group.First.PageId).Distinct()];

    private IEnumerable<string> ElementsOf(Probe probe) => probe switch
    {
        Probe.Shows p => p.ElementIds,
        Probe.Holds p => [p.ElementId],
        Probe.Arranges p => p.Choices.Select(c => c.Action.Element).OfType<string>(),
        Probe.Outcome { FieldElementId: { } field } => [field],
        Probe.Opens p when room.Context.MainHeading(p.PageId) is { } heading => [heading.Id],
        _ => [],
    };

    // A page that sends visitors elsewhere now is not the page the cases were drafted for.
    private string? Elsewhere(TrialVisit visit)
    {
        var target = room.Context.Site.Target;
        var wanted = (group.Actions[0].Action as StepAction.Navigate ?? throw new InvalidOperationException("A case begins with an address.")).Path.Split('#')[0];
        var seen = TargetPaths.Relative(target, visit.After.Url)?.Split('#')[0];
        return seen == wanted ? null : $"the address {wanted} led to {Browser.SecretsInUrls.Hide(seen ?? visit.After.Url)}";
    }

    private async Task<bool> IsRefusedAsync(TrialVisit visit, string elementId, CancellationToken cancellationToken) =>
        room.Book.Specs.TryGetValue(elementId, out var spec)
        && await visit.Page.Locate(spec).EvaluateAsync<bool>("e => e.matches(':invalid') && !!e.form && !e.form.noValidate").WaitAsync(cancellationToken);
}
