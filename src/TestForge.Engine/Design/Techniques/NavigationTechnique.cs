using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Paths;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>What a visitor has chosen on one page is what the next page is about. Ways that carry no choice are in paths.</summary>
internal sealed class NavigationTechnique : IDesignTechnique
{
    private const int MaxPerPage = 6;

    public string Name => "navigation";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var seen = new HashSet<string>();
        var perPage = new Dictionary<string, int>();
        foreach (var way in Ways.Of(context).Where(w => w is { Stays: false, IsShared: false } && w.ToPageId != w.From.Id && (w.IsRecord || context.Data.IsRecordPage(w.From.Id))))
        {
            var (from, to) = (way.From, context.Page(way.ToPageId));
            if ((way.State is null ? [] : StatePaths.Steps(context, way.State)) is not { } lead || !seen.Add(way.Key(context)) || perPage.GetValueOrDefault(from.Id) >= MaxPerPage)
            {
                continue;
            }

            perPage[from.Id] = perPage.GetValueOrDefault(from.Id) + 1;
            yield return new()
            {
                Id = $"navigation-{context.Slugs[from.Id]}-to-{context.Slugs[to.Id]}-main{(way.State is null ? "" : $"-{way.State.Id[(way.State.Id.LastIndexOf('.') + 1)..]}")}",
                Title = $"{context.ElementNames[way.Element.Id]} leads to the {context.PageNames[to.Id]}",
                Feature = Features.Navigation,
                Technique = Name,
                Why = "This is how visitors get from one step to the next; a link that is wrong, or forgets what was chosen, ends their visit.",
                PageId = from.Id,
                OtherPageIds = [to.Id],
                Likelihood = 0.6,
                Value = 0.6,
                Actions = [Phrases.GivenOn(context, from), .. lead, .. Subject(context, way), Phrases.WhenClick(context, way.Element)],
                Probes = [new Probe.Arrives(to.Id, AnyRecord: way.IsRecord), new Probe.Carries(to.Id)],
            };
        }
    }

    // What a visitor chose on one page must be what the next page is about.
    private static IEnumerable<TestStep> Subject(DesignContext context, Way way) =>
        way.IsRecord ? [Phrases.WhenNote(context, way.Element.Id, Probe.Carries.Subject)] : Subjects.Of(context, way.From);
}
