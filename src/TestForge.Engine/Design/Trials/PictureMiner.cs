using System.Text.Json;
using Microsoft.Playwright;
using TestForge.Engine.Locators;
using TestForge.Engine.Pictures;
using TestForge.Engine.Resources;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>
/// Takes pictures of the parts of a page that show the application and not its data: head, navigation and foot, and what lies
/// between where nothing is listed. What differs in the second visit is masked from then on.
/// </summary>
internal sealed class PictureMiner(TrialRoom room, TrialVisit visit, DraftState state)
{
    private const int LeastSide = 16;
    private const int MaxHeight = 4_000;

    // A picture that is mostly painted over says nothing.
    private const double MaxMasked = 0.6;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly string RegionScript = PageSelectors.With(EmbeddedText.Read("Design/Trials/page-region.js"));
    private static readonly string MaskScript = PageSelectors.With(EmbeddedText.Read("Design/Trials/page-masks.js"));
    private static readonly (string Role, string Name)[] Frame = [("banner", "header"), ("navigation", "navigation"), ("contentinfo", "footer")];

    private readonly LiveSteps _steps = new(room, visit, state);

    /// <summary>For a first visit: writes down what can be compared.</summary>
    public async Task MineAsync(string pageId, CancellationToken cancellationToken)
    {
        var page = room.Context.Page(pageId);
        if (page.Depth == 0)
        {
            // The frame of a site is the same on its pages.
            foreach (var (role, name) in Frame)
            {
                await TakeAsync(pageId, new() { Kind = LocatorKind.Role, Value = role }, name, cancellationToken);
            }
        }

        var lists = room.Context.Data.IsRecordPage(pageId) || page.Elements.Any(e => room.Context.Data.IsData(e.Id));
        if (!lists && !await TakeAsync(pageId, new() { Kind = LocatorKind.Role, Value = "main" }, "main part", cancellationToken))
        {
            await TakeAsync(pageId, new() { Kind = LocatorKind.Css, Value = "main form" }, "form", cancellationToken);
        }
    }

    /// <summary>For a second visit: returns the check, with masks for what is not as it was, or the reason to leave it.</summary>
    public async Task<(TestStep? Kept, string? Reason)> ConfirmAsync(TestStep step, CancellationToken cancellationToken)
    {
        var check = (StepAction.ExpectPicture)step.Action;
        var outcome = await visit.Driver.PerformAsync(check, cancellationToken);
        if (outcome.Passed)
        {
            return (step, null);
        }

        if (outcome.Pictures is not { Difference: { SameSize: true } difference } || await MasksAsync(check, difference, cancellationToken) is not { Length: > 0 } masks)
        {
            return (null, Failures.Of(outcome));
        }

        string[] all = [.. check.Masks, .. masks];
        var masked = check with { Masks = all };
        var picture = await PictureTaker.TakeAsync(visit.Page, visit.Page.Locate(room.Book.Specs[check.ElementId]), all, Limit, cancellationToken);
        var decoded = Picture.FromPng(picture);
        if (PictureComparison.MaskedShare(decoded) > MaxMasked || PictureComparison.Compare(Picture.FromPng(room.Baselines.Of(check.Baseline)), decoded).IsSeen)
        {
            return (null, $"Too much of it varies. {outcome.Message}");
        }

        room.Baselines.Keep(check.Baseline, picture);
        return (Phrases.Then(room.Context, masked), null);
    }

    private async Task<bool> TakeAsync(string pageId, LocatorSpec spec, string name, CancellationToken cancellationToken)
    {
        var element = visit.Page.Locate(spec).Filter(new() { Visible = true });
        if (await visit.Page.Locate(spec).CountAsync().WaitAsync(cancellationToken) != 1 || await element.CountAsync().WaitAsync(cancellationToken) != 1)
        {
            return false;
        }

        var region = JsonSerializer.Deserialize<PageRegion>(await element.EvaluateAsync<string>(RegionScript).WaitAsync(cancellationToken), ArtifactJson.Compact)!;
        if (region.Repeats || region.Moves || region.Width < LeastSide || region.Height is < LeastSide or > MaxHeight || (spec.Value == "navigation" && region.InBanner))
        {
            return false;
        }

        var picture = await PictureTaker.TakeAsync(visit.Page, element, region.Masks, Limit, cancellationToken);
        if (PictureComparison.MaskedShare(Picture.FromPng(picture)) > MaxMasked)
        {
            state.Leave($"the {name} looks as in its baseline", "Most of it varies.");
            return false;
        }

        var print = new ElementFingerprint { Tag = region.Tag, Role = spec.Kind == LocatorKind.Role ? spec.Value : "", Type = region.Type, NameAttribute = region.NameAttribute };
        var id = _steps.Adopt(pageId, $"{name} of the {room.Context.PageNames[pageId]}", spec, print, many: false);
        var baseline = BaselineNames.For(room.Context.Slugs[pageId], name, visit.Page.ViewportSize!);
        room.Baselines.Keep(baseline, picture);
        _steps.Write(Phrases.Then(room.Context, new StepAction.ExpectPicture(id, baseline, region.Masks)));
        return true;
    }

    private async Task<string[]?> MasksAsync(StepAction.ExpectPicture check, PictureDifference difference, CancellationToken cancellationToken)
    {
        var element = visit.Page.Locate(room.Book.Specs[check.ElementId]);
        var json = await element.EvaluateAsync<string>(MaskScript, difference.Places.Select(p => new { x = p.X, y = p.Y })).WaitAsync(cancellationToken);
        return JsonSerializer.Deserialize<string[]?>(json, ArtifactJson.Compact);
    }
}
