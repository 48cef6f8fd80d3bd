using Microsoft.Playwright;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Does further steps in a visit and writes down those that worked, as a person would who writes a test while trying it.</summary>
internal sealed class LiveSteps(TrialRoom room, TrialVisit visit, DraftState state)
{
    private int _adopted;

    public IPage Page => visit.Page;

    public CaseValues Values => visit.Driver.Values;

    public int Mark => state.Seen.Count;

    public void Truncate(int mark) => state.Seen.RemoveRange(mark, state.Seen.Count - mark);

    /// <summary>Takes the step and waits until the page is quiet; writes it down when it worked.</summary>
    public async Task<bool> DoAsync(TestStep step, CancellationToken cancellationToken)
    {
        if (!await TryAsync(step, cancellationToken))
        {
            return false;
        }

        state.Seen.Add(step);
        return true;
    }

    /// <summary>Takes the step without writing it down.</summary>
    public async Task<bool> TryAsync(TestStep step, CancellationToken cancellationToken)
    {
        if (step.Action.Element is { } id)
        {
            await room.Book.EnsureAsync(visit.Page, room.Context.PageOf(id), [id], needed: false, cancellationToken);
            if (!room.Book.Specs.ContainsKey(id) || room.Book.Lost(id) is not null)
            {
                return false;
            }
        }

        var outcome = await visit.Driver.PerformAsync(step.Action, cancellationToken);
        if (outcome.Passed && step.Action is not StepAction.Note)
        {
            visit.After = await visit.SettledAsync(QuietWatch.AfterAction, cancellationToken);
        }

        return outcome.Passed && !visit.Session.Recorder.Crashed;
    }

    public void Write(TestStep step) => state.Seen.Add(step);

    /// <summary>Writes a check down when it holds now.</summary>
    public async Task<bool> SeeAsync(StepAction check, CancellationToken cancellationToken)
    {
        if (!(await visit.Driver.PerformAsync(check, cancellationToken)).Passed)
        {
            return false;
        }

        state.Seen.Add(Phrases.Then(room.Context, check));
        return true;
    }

    /// <summary>Gives an element found live a place in the plan.</summary>
    public string Adopt(string pageId, string name, LocatorSpec spec, ElementFingerprint print, bool many)
    {
        var id = $"{pageId}.{state.Draft.Id}.{++_adopted}";
        room.Context.Adopt(pageId, name, new(id, print, Visible: true, Enabled: true));
        room.Book.Keep(id, spec, print, many);
        return id;
    }
}
