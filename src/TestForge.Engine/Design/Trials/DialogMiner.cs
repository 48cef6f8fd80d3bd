using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Leaves a dialog that an action has opened, by the keyboard and by its own button, and expects it to be gone.</summary>
internal sealed class DialogMiner(TrialRoom room, TrialVisit visit, LiveSteps steps, LiveControls controls, string pageId)
{
    /// <summary>Leaves the dialog in both ways; returns true when none is open in the end. The steps that did not work are not written down.</summary>
    /// <param name="reopen">Opens it again.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<bool> LeaveAsync(TestStep reopen, CancellationToken cancellationToken)
    {
        if (!await controls.IsDialogOpenAsync(cancellationToken))
        {
            return true;
        }

        var mark = steps.Mark;
        var dialog = steps.Adopt(pageId, "dialog", LiveControls.Dialog, new() { Tag = "dialog", Role = "dialog" }, many: true);
        await steps.SeeAsync(new StepAction.ExpectVisible(dialog), cancellationToken);
        var left = await steps.DoAsync(Phrases.WhenPressKey("Escape"), cancellationToken) && await steps.SeeAsync(new StepAction.ExpectHidden(dialog), cancellationToken);
        if (!left)
        {
            steps.Truncate(mark);
        }

        mark = steps.Mark;
        if ((left && !(await steps.DoAsync(reopen, cancellationToken) && await controls.IsDialogOpenAsync(cancellationToken)))
            || await controls.RefusingAsync(cancellationToken) is not { } refuse
            || !await steps.DoAsync(LiveControls.Click(room.Context.ElementNames[refuse], refuse), cancellationToken)
            || !await steps.SeeAsync(new StepAction.ExpectHidden(dialog), cancellationToken))
        {
            steps.Truncate(mark);
            // What was opened again is not left open for the steps that follow.
            if (left && await controls.IsDialogOpenAsync(cancellationToken))
            {
                await visit.Page.Keyboard.PressAsync("Escape").WaitAsync(cancellationToken);
            }
        }

        return !await controls.IsDialogOpenAsync(cancellationToken);
    }
}
