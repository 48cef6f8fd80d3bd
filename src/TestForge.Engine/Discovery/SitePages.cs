using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Turns what a visit gave into a page of the map.</summary>
internal static class SitePages
{
    public static SitePage From(string id, int depth, Uri requested, VisitedPage visited, CrawlScope scope)
    {
        var page = new SitePage
        {
            Id = id,
            Url = (visited.Url ?? requested).AbsoluteUri,
            Depth = depth,
            Outcome = visited.Outcome,
            OutcomeDetail = visited.Detail,
            Status = visited.Status,
            ContentType = visited.ContentType,
            SecurityHeaders = visited.SecurityHeaders,
            Console = visited.Console,
            FailedRequests = visited.FailedRequests,
            MixedContent = visited.MixedContent,
            Screenshot = visited.Screenshot,
        };
        return visited.Facts is { } facts ? WithFacts(page, facts, scope) : page;
    }

    private static SitePage WithFacts(SitePage page, PageFacts facts, CrawlScope scope)
    {
        var elements = facts.Elements.Select((e, i) => new PageElement(ElementId(page, i), e.Print, e.Visible, e.Enabled, HazardOf(e))).ToArray();
        return page with
        {
            Title = facts.Title,
            Language = facts.Language,
            ResponseMilliseconds = facts.ResponseMilliseconds,
            LoadMilliseconds = facts.LoadMilliseconds,
            Fingerprint = facts.Fingerprint,
            Headings = facts.Headings,
            Landmarks = facts.Landmarks,
            Elements = elements,
            Forms = [.. facts.Forms.Select((f, i) => Form(page, f, i))],
            Links = [.. Links(page, facts, scope)],
            Frames = [.. facts.Frames.Select(SecretsInUrls.Hide)],
            BrokenImages = [.. facts.BrokenImages.Select(SecretsInUrls.Hide)],
        };
    }

    private static string ElementId(SitePage page, int index) => $"{page.Id}.e{index + 1}";

    private static string? HazardOf(FactsElement element) =>
        element.Print.Role == "heading" ? null : DestructiveGuard.HazardOf(element.Print, UrlNormalForm.Parse(element.Link)) ?? DestructiveGuard.HazardOfMethod(element.Sends);

    private static IEnumerable<PageLink> Links(SitePage page, PageFacts facts, CrawlScope scope)
    {
        for (var i = 0; i < facts.Elements.Count; i++)
        {
            if (UrlNormalForm.Parse(facts.Elements[i].Link) is { } url)
            {
                yield return new(url.AbsoluteUri, facts.Elements[i].Print.Name, ElementId(page, i), scope.Contains(url));
            }
        }
    }

    private static PageForm Form(SitePage page, FactsForm form, int index)
    {
        var fields = form.Fields.Select(f => new FormField
        {
            ElementId = ElementId(page, f.Element),
            Name = f.Name,
            Type = f.Type,
            Label = f.Label,
            Required = f.Required,
            MinLength = f.MinLength,
            MaxLength = f.MaxLength,
            Min = f.Min,
            Max = f.Max,
            Step = f.Step,
            Pattern = f.Pattern,
            Autocomplete = f.Autocomplete,
            Options = f.Options ?? [],
            Value = f.Value,
            ReadOnly = f.ReadOnly,
        }).ToArray();
        return new()
        {
            Id = $"{page.Id}.f{index + 1}",
            Name = form.Name,
            Purpose = FormPurposes.Of(fields, $"{form.Name} {form.SubmitText}"),
            Method = form.Method,
            Action = SecretsInUrls.Hide(form.Action),
            Fields = fields,
            SubmitElementId = form.Submit is { } submit ? ElementId(page, submit) : null,
            NoValidate = form.NoValidate,
            Hazard = DestructiveGuard.HazardOf(form.Name, form.SubmitText, form.Action, fields) ?? DestructiveGuard.HazardOfMethod(form.Sends ?? form.Method),
        };
    }
}
