using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Follows a path and describes where each click has led, and that the browser's way back leads back.</summary>
internal sealed class PathMiner(TrialRoom room, TrialVisit visit, DraftState state, LiveSteps steps)
{
    /// <summary>The path ends where a click does not lead where it led when the site was explored, or changes the application's data.</summary>
    public async Task MineAsync(IReadOnlyList<(TestStep Click, string To)> legs, CancellationToken cancellationToken)
    {
        var (before, last) = (visit.After, visit.After);
        foreach (var (click, to) in legs)
        {
            var mark = steps.Mark;
            before = visit.After;
            if (!await steps.DoAsync(click, cancellationToken) || visit.Quiet.Wrote || !await ArrivedAsync(before, to, cancellationToken))
            {
                steps.Truncate(mark);
                return;
            }

            last = visit.After;
        }

        if (before.Url != last.Url)
        {
            await BackAsync(before, cancellationToken);
        }
    }

    private async Task<bool> ArrivedAsync(PageState before, string to, CancellationToken cancellationToken)
    {
        // A way back to the page as loaded only shuts something; any other way to a page must have led there.
        if (to == SiteTransition.PageOf(to) && !ArrivalMiner.Leads(before.Url, room.Context.Page(to)))
        {
            if (await new ArrivalMiner(room, visit, state).MineAsync(to, expectUrl: true, anyRecord: room.Context.Data.IsRecordPage(to), cancellationToken) is { } elsewhere)
            {
                state.Leave(room.Context.PageNames[to], elsewhere);
                return false;
            }

            return true;
        }

        // What counts something is another matter tomorrow; a path says where it has come to without it.
        foreach (var text in new OutcomeMiner(room, visit, state).Texts(before, visit.After).Where(t => !t.Any(char.IsDigit)).Take(1))
        {
            state.Seen.Add(Phrases.Then(room.Context, new StepAction.ExpectPageText(text)));
        }

        // A menu that is shut again shows nothing new.
        foreach (var text in state.Seen.Select(s => s.Action).OfType<StepAction.ExpectPageText>().Select(t => t.Text).Where(t => before.Lines.Contains(t) && !visit.After.Lines.Contains(t)).Take(1).ToArray())
        {
            state.Seen.Add(Phrases.Then(room.Context, new StepAction.ExpectNoPageText(text)));
        }

        return true;
    }

    private async Task BackAsync(PageState before, CancellationToken cancellationToken)
    {
        var mark = steps.Mark;
        if (TargetPaths.Relative(room.Context.Site.Target, before.Url) is not { } path || AddressCheck.Of(path) is not { } check
            || !await steps.DoAsync(Phrases.WhenBack(), cancellationToken) || !await steps.SeeAsync(check, cancellationToken))
        {
            steps.Truncate(mark);
        }
    }
}
