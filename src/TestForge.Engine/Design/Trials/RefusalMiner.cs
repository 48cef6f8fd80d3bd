using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Describes how the application keeps a visitor out, or says that there is no such page.</summary>
internal sealed class RefusalMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    /// <summary>The visitor, who is not signed in, is sent elsewhere or refused.</summary>
    public void Denied(string wanted)
    {
        var status = visit.Session.Recorder.Document?.Status ?? 0;
        if (TargetPaths.Relative(room.Context.Site.Target, visit.After.Url) is not { } path)
        {
            state.Drop("It led to another site.");
        }
        else if (status >= 500)
        {
            state.Drop($"The server answered with status {status}, which is a fault and no refusal.");
        }
        else if (path.Split('#')[0] == wanted.Split('#')[0] && status < 400)
        {
            state.Drop("It opens without signing in.");
        }
        else
        {
            if (AddressCheck.Of(path) is { } check)
            {
                See(check);
            }

            Status(status);
        }
    }

    /// <summary>The server says so by its status, and the page in words that no page of the site has for its heading.</summary>
    public void Unknown()
    {
        var status = visit.Session.Recorder.Document?.Status ?? 0;
        if (status >= 500)
        {
            state.Drop($"The server answered with status {status}, which is a fault and no answer.");
            return;
        }

        var known = room.Context.Pages.SelectMany(p => p.Headings).Select(h => h.Text).ToHashSet();
        var said = visit.After.Headings.FirstOrDefault(h => !known.Contains(h) && VolatileText.Reason(h) is null && h.Length >= 3);
        if (status < 400 && said is null)
        {
            state.Drop("It is answered like a page that exists.");
            return;
        }

        Status(status);
        if (said is not null)
        {
            See(new StepAction.ExpectPageText(said));
        }
    }

    private void Status(int status)
    {
        if (status > 0)
        {
            See(new StepAction.ExpectStatus(status));
        }
    }

    private void See(StepAction check) => state.Seen.Add(Phrases.Then(room.Context, check));
}
