using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

/// <summary>Makes a site map of a few known addresses; the real discovery is tested elsewhere.</summary>
internal static class SiteMapper
{
    public static async Task<SiteMap> MapAsync(BrowserHost browsers, Uri target, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        await using var session = await BrowserSession.OpenAsync(browsers, new(), cancellationToken);
        var pages = new List<SitePage>();
        foreach (var path in paths)
        {
            session.Recorder.Reset();
            await session.Page.GotoAsync(new Uri(target, path).AbsoluteUri);
            var facts = await PageReader.ReadAsync(session.Page, new(), cancellationToken);
            pages.Add(await PageAsync(session, facts, $"p{pages.Count + 1}", pages.Count == 0 ? 0 : 1));
        }

        var byUrl = pages.ToDictionary(p => p.Url);
        var transitions = pages.SelectMany(p => p.Links.Where(l => byUrl.ContainsKey(l.Url)).Select(l => new SiteTransition(p.Id, byUrl[l.Url].Id, l.ElementId!, "click"))).ToArray();
        return new() { Target = target, Pages = pages, Transitions = transitions, Skipped = [], Stats = new(pages.Count, 0, 0, 1) };
    }

    private static async Task<SitePage> PageAsync(BrowserSession session, PageFacts facts, string id, int depth)
    {
        var elements = facts.Elements.Select((e, i) => new PageElement($"{id}.e{i + 1}", e.Print, e.Visible, e.Enabled, Hazard(e.Print.Name))).ToArray();
        var headers = await session.Recorder.Document!.AllHeadersAsync();
        return new()
        {
            Id = id,
            Url = facts.Url,
            Title = facts.Title,
            Depth = depth,
            Status = session.Recorder.Document.Status,
            Language = facts.Language,
            ResponseMilliseconds = facts.ResponseMilliseconds,
            Fingerprint = facts.Fingerprint,
            Headings = facts.Headings,
            Landmarks = facts.Landmarks,
            Elements = elements,
            Forms = [.. facts.Forms.Select((f, i) => Form(f, $"{id}.f{i + 1}", elements))],
            Links = [.. elements.Where(e => e.Print.Role == "link").Select(e => new PageLink(new Uri(new Uri(facts.Url), e.Print.Href).AbsoluteUri, e.Print.Name, e.Id, true))],
            Console = session.Recorder.Console,
            FailedRequests = session.Recorder.FailedRequests,
            SecurityHeaders = headers.Where(h => h.Key is "x-content-type-options" or "content-security-policy").ToDictionary(),
        };
    }

    private static PageForm Form(FactsForm form, string id, PageElement[] elements) => new()
    {
        Id = id,
        Name = form.Name,
        Method = form.Method,
        Action = form.Action,
        NoValidate = form.NoValidate,
        SubmitElementId = form.Submit is { } submit ? elements[submit].Id : null,
        Hazard = Hazard(form.SubmitText),
        Purpose = form.Fields.Any(f => f.Type == "password") ? FormPurpose.Login
            : form.Fields.Any(f => f.Type == "search") ? FormPurpose.Search
            : form.Action.Contains("contact", StringComparison.Ordinal) ? FormPurpose.Contact : FormPurpose.Other,
        Fields = [.. form.Fields.Select(f => f.ToField(elements[f.Element].Id))],
    };

    private static string? Hazard(string words) => words.Contains("Delete", StringComparison.Ordinal) ? "It deletes something." : null;
}
