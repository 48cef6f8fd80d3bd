using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Describes how the application answered the last action: refusal, address, messages, new text.</summary>
internal sealed class OutcomeMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    private const int MaxTexts = 3;
    private const int MinTextLength = 3;
    private const int MaxTextLength = 160;

    private DesignContext Context => room.Context;

    public async Task MineAsync(Probe.Outcome probe, CancellationToken cancellationToken)
    {
        var (before, after) = (visit.Before, visit.After);
        if (TargetPaths.Relative(Context.Site.Target, after.Url) is not { } path)
        {
            state.Drop("It led to another site.");
            return;
        }

        var moved = before.Url != after.Url;
        var status = visit.Session.Recorder.Document?.Status ?? 0;
        if (status >= 500)
        {
            room.Log.FormErrors.Add((probe.PageId, state.Draft.Title, status));
            state.Drop($"The server answered with status {status}, which is a fault and no expectation.");
            return;
        }

        if (state.Draft.OnlyReads && visit.Quiet.Wrote)
        {
            state.Drop("It changes the application's data, which the next run would find changed.");
            return;
        }

        NoteExceptions(probe.PageId);
        var invalid = probe.FieldElementId is { } field && !moved && await IsInvalidAsync(field, cancellationToken);
        if (state.Draft.MustBeAccepted && Refused(status) is { } refused)
        {
            state.Drop($"The made-up data was refused: {refused}.");
            return;
        }

        // What a form makes has an address of its own, another one in each visit.
        if (AddressCheck.IsPlain(path))
        {
            See(moved && state.Draft.Technique.StartsWith("form", StringComparison.Ordinal) && UrlTemplates.Of(path, visit.Driver.Values.Unique) is { } template ? new StepAction.ExpectUrlLike(template) : new StepAction.ExpectUrl(path), path);
        }

        if (invalid)
        {
            See(new StepAction.ExpectInvalid(probe.FieldElementId!), "");
        }

        if (moved && status > 0)
        {
            See(new StepAction.ExpectStatus(status), "");
        }

        if (after.Title.Length > 0 && (moved || after.Title != before.Title))
        {
            See(new StepAction.ExpectTitle(Own(after.Title)), after.Title);
        }

        var texts = Texts(before, after);
        foreach (var text in texts)
        {
            See(new StepAction.ExpectPageText(text), text);
        }

        if (!moved && !invalid && texts.Count == 0 && after.Title == before.Title)
        {
            // What the case has made may be all there is to see.
            if (!state.Draft.Probes.Any(p => p is Probe.LifeCycle))
            {
                state.Drop("The page showed no answer that could be observed.");
            }

            return;
        }

        new CallMiner(room, visit, state).Writes();

        // An action that throws may still show an answer.
        See(new StepAction.ExpectConsoleClean([.. visit.Session.Recorder.Console.Where(e => e.Level is "error" or "exception").Select(e => e.Text).Distinct()]), "");
    }

    /// <summary>New texts, those first that are meant as an answer.</summary>
    public List<string> Texts(PageState before, PageState after)
    {
        var old = before.Lines.ToHashSet();
        var shown = after.Lines.ToHashSet();
        var fresh = new List<string>();
        // What an entry of a list says is data, except what the case itself has put there.
        var entries = after.Entries.Except(after.Messages).Except(after.Refusals).Where(e => !e.Contains(visit.Driver.Values.Unique, StringComparison.OrdinalIgnoreCase)).ToHashSet();
        var showsHistory = state.Draft.Actions[^1].Action is StepAction.Click { ElementId: var id } && Context.Element(id) is { } control && VolatileText.IsHistory(control.Print.Name);
        // A record that was there before says of itself what it says today; only what the case has written into it is known.
        var said = after.Headings.Concat(after.Lines).Where(t => !visit.Overwrites || Own(t) != t);
        foreach (var text in after.Messages.Concat(after.Refusals).Concat(after.Notices).Concat(said))
        {
            if (fresh.Count == MaxTexts)
            {
                break;
            }

            if (old.Contains(text) || entries.Contains(text) || !shown.Contains(text) || fresh.Contains(Own(text)) || text.Length is < MinTextLength or > MaxTextLength || !text.Any(char.IsLetter))
            {
                continue;
            }

            if ((showsHistory ? "it is what the user did before" : VolatileText.Reason(text)) is { } reason)
            {
                state.Leave($"I see the message {Phrases.Quoted(text)}", $"The text looks volatile: {reason}.");
                continue;
            }

            fresh.Add(Own(text));
        }

        return fresh;
    }

    // The attempt's own word and its choices are others in the next attempt.
    private string Own(string text) => visit.Driver.Values.Generalise(text);

    /// <summary>How the application said that it does not take what was entered, or null.</summary>
    public string? Refused(int status)
    {
        var complaint = visit.After.Refusals.Except(visit.Before.Refusals).FirstOrDefault();
        return status >= 400 ? $"status {status}"
            : visit.After.RefusedFields > visit.Before.RefusedFields ? complaint ?? "a field was marked as invalid"
            : visit.Before.Url == visit.After.Url ? complaint
            : null;
    }

    private void See(StepAction check, string words)
    {
        var step = Phrases.Then(Context, check);
        if (words.Length > 0 && check is not (StepAction.ExpectUrl or StepAction.ExpectUrlLike) && VolatileText.Reason(words) is { } reason)
        {
            state.Leave(step.Text, $"The text looks volatile: {reason}.");
            return;
        }

        state.Seen.Add(step);
    }

    private void NoteExceptions(string pageId)
    {
        foreach (var entry in visit.Session.Recorder.Console.Where(e => e.Level == "exception"))
        {
            room.Log.Exceptions.Add((pageId, entry.Text));
        }
    }

    /// <summary>Whether the browser holds the field's value to be invalid.</summary>
    public async Task<bool> IsInvalidAsync(string elementId, CancellationToken cancellationToken)
    {
        if (!room.Book.Specs.TryGetValue(elementId, out var spec))
        {
            return false;
        }

        var locator = visit.Page.Locate(spec);
        return await locator.CountAsync().WaitAsync(cancellationToken) == 1
            && await locator.EvaluateAsync<bool>("e => e.matches(':invalid')").WaitAsync(cancellationToken);
    }
}
