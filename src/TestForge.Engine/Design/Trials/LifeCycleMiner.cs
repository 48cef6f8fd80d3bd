using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Follows what a case has made: it is listed, still there when the page is loaded again, and gone when it is removed.</summary>
/// <remarks>The only thing that is ever removed is what the case itself has made, found by the case's own word; a record that it has only changed stays.</remarks>
internal sealed class LifeCycleMiner(TrialRoom room, TrialVisit visit, LiveSteps steps, LiveControls controls, OwnRowFinder finder, string pageId, bool twice)
{
    public async Task MineAsync(CancellationToken cancellationToken)
    {
        await finder.ConfirmAsync(cancellationToken);
        if (await finder.FindAsync(cancellationToken) is not { } row)
        {
            return;
        }

        var count = await visit.Page.Locate(steps.Values.Resolve(row.Locator)).CountAsync().WaitAsync(cancellationToken);
        if (count > 1 && twice)
        {
            room.Log.SentTwice.Add((pageId, count));
            return;
        }

        var entry = steps.Adopt(pageId, "entry made before", row.Locator, new() { Tag = "li" }, many: true);
        if (await steps.SeeAsync(new StepAction.ExpectVisible(entry), cancellationToken))
        {
            await KeptAsync(entry, cancellationToken);
            if (!visit.Overwrites)
            {
                await RemovedAsync(row, entry, cancellationToken);
            }
        }
    }

    private async Task KeptAsync(string entry, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        // Loading the answer to a submission again would send it again.
        if (visit.Session.Recorder.Document?.Request.Method is not ("GET" or null)
            || !await steps.DoAsync(Phrases.WhenReload(), cancellationToken) || !await steps.SeeAsync(new StepAction.ExpectVisible(entry), cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    private async Task RemovedAsync(OwnRow row, string entry, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        var listed = visit.After.Url;
        if (!await RemoveAsync(row, cancellationToken) || visit.After.Url != listed || !await steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken))
        {
            steps.Truncate(mark);
            return;
        }

        mark = steps.Mark;
        if (!await steps.DoAsync(Phrases.WhenReload(), cancellationToken) || !await steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken))
        {
            steps.Truncate(mark);
        }
    }

    private async Task<bool> RemoveAsync(OwnRow row, CancellationToken cancellationToken)
    {
        var control = await controls.InAsync(row.Locator, "the new entry", (role, name) => role == "button" && ControlWords.Remove(name), cancellationToken);
        if (control is null)
        {
            if (!await finder.OpenAsync(row, cancellationToken))
            {
                return false;
            }

            control = await controls.OnPageAsync(p => p.Role == "button" && ControlWords.Remove(p.Name), cancellationToken);
        }

        // A question before the deed must take no for an answer.
        return control is not null && await ClickAsync(control, cancellationToken)
            && await RefusedAsync(control, cancellationToken)
            && (await controls.AgreeingAsync(cancellationToken) is not { } agree || await ClickAsync(agree, cancellationToken));
    }

    private async Task<bool> RefusedAsync(string control, CancellationToken cancellationToken)
    {
        if (!await controls.IsDialogOpenAsync(cancellationToken))
        {
            return true;
        }

        var open = LiveControls.Click(room.Context.ElementNames[control], control);
        return !await new DialogMiner(room, visit, steps, controls, pageId).LeaveAsync(open, cancellationToken) || await steps.DoAsync(open, cancellationToken);
    }

    private Task<bool> ClickAsync(string elementId, CancellationToken cancellationToken) =>
        steps.DoAsync(LiveControls.Click(room.Context.ElementNames[elementId], elementId), cancellationToken);
}
