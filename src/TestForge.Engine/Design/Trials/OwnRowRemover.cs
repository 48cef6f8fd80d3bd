using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Removes what a case has made, by the button that a visitor would use, and expects it to be gone for good.</summary>
/// <remarks>The only thing that is ever removed is what the case itself has made, found by the case's own word; a record that it has only changed stays.</remarks>
internal sealed class OwnRowRemover(TrialRoom room, TrialVisit visit, LiveSteps steps, LiveControls controls, OwnRowFinder finder, string pageId)
{
    /// <summary>Leaves no step behind when there is no way to remove it.</summary>
    public async Task RemoveAsync(OwnRow row, string entry, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        var listed = visit.After.Url;
        if (!await UseAsync(row, cancellationToken) || visit.After.Url != listed || !await steps.SeeAsync(new StepAction.ExpectHidden(entry), cancellationToken))
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

    private async Task<bool> UseAsync(OwnRow row, CancellationToken cancellationToken)
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
