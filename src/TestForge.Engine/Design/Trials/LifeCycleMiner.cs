using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Follows what a case has made: it is listed, still there when the page is loaded again, and gone when it is removed.</summary>
internal sealed class LifeCycleMiner(TrialRoom room, TrialVisit visit, LiveSteps steps, OwnRowFinder finder, OwnRowRemover remover, string pageId, bool twice)
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
                await remover.RemoveAsync(row, entry, cancellationToken);
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
}
