using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>The calls that pages make to an API are answered in the same form, and those of a user stay shut for visitors.</summary>
internal sealed class CallTechnique : IDesignTechnique
{
    private const int MaxPerPage = 6;
    private const int MaxShut = 8;

    public string Name => "api-call";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var reading = context.Site.ApiCalls.Where(c => c is { Method: "GET", Operation: null, ResponseSchema: not null } && c.Statuses.All(s => s is >= 200 and < 300)).ToArray();
        return Answered(context, reading).Concat(context.SignedIn ? Shut(context, reading) : []);
    }

    /// <summary>Each call is checked on the first page that makes it.</summary>
    private IEnumerable<CaseDraft> Answered(DesignContext context, ApiCall[] reading)
    {
        var seen = new HashSet<ApiCall>();
        foreach (var page in context.TypicalPages.OrderBy(p => p.Depth))
        {
            var made = reading.Where(c => c.PageIds.Contains(page.Id) && !seen.Contains(c)).Take(MaxPerPage).ToArray();
            seen.UnionWith(made);
            if (made.Length > 0)
            {
                yield return new()
                {
                    Id = $"api-{context.Slugs[page.Id]}",
                    Title = $"What the {context.PageNames[page.Id]} asks of the server is answered",
                    Feature = Features.Calls,
                    Technique = Name,
                    Why = "What the page shows comes from these calls; an answer that fails or lacks a part breaks it, perhaps where nobody looks.",
                    PageId = page.Id,
                    Likelihood = 0.5,
                    Value = 0.7,
                    Actions = [Phrases.GivenOn(context, page)],
                    Probes = [new Probe.Calls(made)],
                    Tags = ["api"],
                };
            }
        }
    }

    private IEnumerable<CaseDraft> Shut(DesignContext context, ApiCall[] reading) => reading
        .Where(c => !c.Path.Contains('{', StringComparison.Ordinal) && c.Origin == context.Site.Target.GetLeftPart(UriPartial.Authority) && c.PageIds.Any(id => context.Slugs.ContainsKey(id)))
        .Take(MaxShut)
        .Select(call => new CaseDraft
        {
            Id = $"api-shut-{Naming.Slug.Of(call.Path, 40)}",
            Title = $"The call GET {Phrases.Quoted(call.Path)} is shut for visitors who are not signed in",
            Feature = Features.Calls,
            Technique = Name,
            Why = "A page that is shut is no help when its data can be asked for; nobody who is signed in would notice.",
            PageId = call.PageIds.First(context.Slugs.ContainsKey),
            Likelihood = 0.7,
            Value = 1,
            Anonymous = true,
            Actions = [new(StepKeyword.Given, $"I ask for {Phrases.Quoted(call.Path)} without signing in", new StepAction.Navigate(call.Path))],
            Probes = [new Probe.Denied(call.Path)],
            Tags = ["api", "negative"],
        });
}
