using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Checks in the second visit what was seen in the first, with the same code that will run the cases.</summary>
internal sealed class DraftConfirmation(TrialRoom room, TrialVisit visit, DraftState state)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var kept = new List<TestStep>();
        var lead = new List<TestStep>();
        foreach (var step in state.Seen)
        {
            var failure = await TryAsync(step, kept, lead, cancellationToken);
            if (failure is null)
            {
                continue;
            }

            // Which records a page lists may differ after a submission; where it leads and what it refuses may not.
            if (state.Draft.AllOrNothing && step.Action.IsCheck && step.Action is not (StepAction.ExpectPageText or StepAction.ExpectHidden or StepAction.ExpectAnswer))
            {
                state.Drop($"It is not repeatable. Seen in the first visit: {step.Text}. In the second: {failure}");
                return;
            }

            state.Leave(step.Text, $"It held in the first visit; in the second: {failure}");
            if (!step.Action.IsCheck)
            {
                // What comes after a step that did not work would be looked for in the wrong place.
                break;
            }
        }

        if (!IsWorthwhile(kept))
        {
            state.Drop("Nothing that was seen in the first visit held in the second.");
            return;
        }

        state.Confirmed.AddRange(kept);
        state.IsConfirmed = true;
    }

    private async Task<string?> TryAsync(TestStep step, List<TestStep> kept, List<TestStep> lead, CancellationToken cancellationToken)
    {
        if (step.Action is StepAction.ExpectAccessible known)
        {
            // A rule that is broken in one visit only is no new violation in the third.
            var hits = await AxeRunner.RunAsync(visit.Page, known.Tags, cancellationToken);
            var rules = known.KnownRules.Concat(hits.Select(h => h.Rule)).Distinct().Order(StringComparer.Ordinal).ToArray();
            kept.Add(Phrases.Then(room.Context, known with { KnownRules = rules }));
            return null;
        }

        if (step.Action.Element is { } id && room.Book.Lost(id) is { } lost)
        {
            return lost;
        }

        if (step.Action is StepAction.ExpectPicture)
        {
            var (confirmed, reason) = await new PictureMiner(room, visit, state).ConfirmAsync(step, cancellationToken);
            kept.AddRange(confirmed is null ? [] : [confirmed]);
            return reason;
        }

        var failure = Failures.Of(await visit.Driver.PerformAsync(step.Action, cancellationToken));
        if (failure is null && !step.Action.IsCheck)
        {
            // A step that leads to a check enters the plan with it, or not at all.
            lead.Add(step);
        }
        else if (failure is null)
        {
            kept.AddRange(lead);
            kept.Add(step);
            lead.Clear();
        }
        else
        {
            lead.Clear();
        }

        return failure;
    }

    // That the address is still the one the case started from says nothing by itself, nor that the server answers.
    private bool IsWorthwhile(List<TestStep> kept)
    {
        var start = (state.Draft.Actions[0].Action as StepAction.Navigate)?.Path;
        return kept.Exists(s => s.Action.IsCheck && s.Action is not (StepAction.ExpectUrl or StepAction.ExpectStatus { Status: < 400 }))
            || kept.Exists(s => s.Action is StepAction.ExpectUrl url && url.Path != start);
    }
}
