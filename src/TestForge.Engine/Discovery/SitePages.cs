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
            Canonical = UrlNormalForm.Parse(facts.Canonical) is { } canonical ? SecretsInUrls.Hide(canonical.AbsoluteUri) : null,
            Variants = [.. Variants(facts)],
            Headings = facts.Headings,
            Landmarks = facts.Landmarks,
            Elements = elements,
            Forms = [.. facts.Forms.Select((f, i) => Form(f, $"{page.Id}.f{i + 1}", e => ElementId(page, e)))],
            Links = [.. Links(page, facts, scope)],
            Frames = [.. facts.Frames.Select(SecretsInUrls.Hide)],
            BrokenImages = [.. facts.BrokenImages.Select(SecretsInUrls.Hide)],
        };
    }

    private static string ElementId(SitePage page, int index) => $"{page.Id}.e{index + 1}";

    public static string? HazardOf(FactsElement element) =>
        element.Print.Role == "heading" ? null : DestructiveGuard.HazardOf(element.Print, UrlNormalForm.Parse(element.Link)) ?? DestructiveGuard.HazardOfMethod(element.Sends);

    private static IEnumerable<LanguageVariant> Variants(PageFacts facts) =>
        from variant in facts.Variants
        let url = UrlNormalForm.Parse(variant.Url)
        where url is not null
        select new LanguageVariant(PageText.Clean(variant.Language, 40), SecretsInUrls.Hide(url.AbsoluteUri));

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

    /// <param name="form">The form as read.</param>
    /// <param name="id">Its id in the map.</param>
    /// <param name="elementId">Gives the id of an element by its index.</param>
    public static PageForm Form(FactsForm form, string id, Func<int, string> elementId)
    {
        var fields = form.Fields.Select(f => f.ToField(elementId(f.Element))).ToArray();
        return new()
        {
            Id = id,
            Name = form.Name,
            Purpose = FormPurposes.Of(fields, $"{form.Name} {form.SubmitText}"),
            Method = form.Method,
            Action = SecretsInUrls.Hide(form.Action),
            Fields = fields,
            SubmitElementId = form.Submit is { } submit ? elementId(submit) : null,
            NoValidate = form.NoValidate,
            Hazard = DestructiveGuard.HazardOf(form.Name, form.SubmitText, form.Action, fields) ?? DestructiveGuard.HazardOfMethod(form.Sends ?? form.Method),
        };
    }
}
