using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Describes the page that a visit has come to.</summary>
internal sealed class ArrivalMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    private DesignContext Context => room.Context;

    // Pages are kept under the normal form of their address, and look-alikes under the first of them.
    public static bool Leads(string address, SitePage page) =>
        UrlNormalForm.Parse(address)?.AbsoluteUri is { } normal && (normal == page.Url || page.Duplicates.Contains(normal));

    /// <summary>Expects the page's address, title and main heading. Returns what is wrong when the visit has not arrived there, else null.</summary>
    public async Task<string?> MineAsync(string pageId, bool expectUrl, bool anyRecord, CancellationToken cancellationToken)
    {
        var page = Context.Page(pageId);
        var path = Context.PathOf(page);
        var seen = TargetPaths.Relative(Context.Site.Target, visit.After.Url);
        if (seen is null || !Leads(visit.After.Url, page))
        {
            return $"It led to {path} when the site was explored and to {SecretsInUrls.Hide(seen ?? visit.After.Url)} in the first visit.";
        }

        if (expectUrl && AddressCheck.IsPlain(seen))
        {
            See(anyRecord && UrlTemplates.OfRecord(seen) is { } template ? new StepAction.ExpectUrlLike(template) : new StepAction.ExpectUrl(seen));
        }

        if (visit.After.Title.Length > 0 && !anyRecord && !Context.Data.IsRecordText(page, visit.After.Title))
        {
            SeeUnlessVolatile(new StepAction.ExpectTitle(visit.After.Title), visit.After.Title, page.Title);
        }

        if (Context.MainHeading(pageId) is { } heading && !anyRecord && !Context.Data.IsRecordText(page, heading.Print.Name))
        {
            await room.Book.EnsureAsync(visit.Page, pageId, [heading.Id], needed: true, cancellationToken);
            if (room.Book.Lost(heading.Id) is { } lost)
            {
                state.Leave("the main heading", lost);
                return null;
            }

            SeeUnlessVolatile(new StepAction.ExpectText(heading.Id, room.Book.Print(heading.Id).Text ?? heading.Print.Name), room.Book.Print(heading.Id).Name, heading.Print.Name);
        }

        return null;
    }

    /// <summary>The crawl was a visit too: what it saw must agree.</summary>
    private void SeeUnlessVolatile(StepAction check, string now, string explored)
    {
        var step = Phrases.Then(Context, check);
        if (VolatileText.Reason(now) is { } reason)
        {
            state.Leave(step.Text, $"The text looks volatile: {reason}.");
        }
        else if (now != explored)
        {
            state.Leave(step.Text, $"It was {Phrases.Quoted(explored)} when the site was explored and {Phrases.Quoted(now)} in the first visit.");
        }
        else
        {
            state.Seen.Add(step);
        }
    }

    private void See(StepAction check) => state.Seen.Add(Phrases.Then(Context, check));
}
