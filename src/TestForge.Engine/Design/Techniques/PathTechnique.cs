using TestForge.Engine.Design.Naming;
using TestForge.Engine.Design.Paths;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Paths over pages and their states that take every way at least once, then every two ways that follow each other.</summary>
internal sealed class PathTechnique : IDesignTechnique
{
    private const int Longest = 6;
    private const int MaxOfWays = 60;
    private const int MaxOfPairs = 20;

    // The navigation of a hundred pages makes thousands of ways that are all the same, and their pairs are millions.
    private const int MaxWays = 2_000;
    private const int Named = 3;

    public string Name => "path";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var ways = Ways.Of(context).Where(w => !w.IsRecord).Take(MaxWays).ToArray();
        // What shows something on a page as loaded has a case of its own.
        var edges = ways.Select(w => new PathEdge(w.FromId, w.To, w.Key(context), Wanted: !(w.Stays && w.State is null) && !(context.Data.IsRecordPage(w.From.Id) && !w.IsShared))).ToArray();
        var cover = new PathCover(edges, context.TypicalPages.Select(p => p.Id).ToHashSet(), Longest);
        var ids = new HashSet<string>();
        var single = cover.Edges().Take(MaxOfWays).ToArray();
        var shared = ways.Where(w => w.IsShared).Select(w => w.Key(context)).ToHashSet();
        foreach (var path in single)
        {
            yield return Case(context, [.. path.Select(i => ways[i])], ids, 0.6, "Every way that visitors can take is on one of these paths; a wrong or dead link ends their visit.");
        }

        foreach (var path in cover.Pairs(single, (a, b) => !(shared.Contains(a.Key) && shared.Contains(b.Key))).Take(MaxOfPairs))
        {
            yield return Case(context, [.. path.Select(i => ways[i])], ids, 0.4, "What works alone may fail after something else; here each way follows another one.");
        }
    }

    private CaseDraft Case(DesignContext context, Way[] path, HashSet<string> ids, double likelihood, string why)
    {
        var start = path[0].From;
        var names = path.Select(w => Phrases.Quoted(w.Element.Print.Name)).Distinct().ToArray();
        var told = names.Length <= Named ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Named))} and {names.Length - Named} more";
        return new()
        {
            Id = Slug.Unique($"path-{context.Slugs[start.Id]}-{Slug.Of(path[0].Element.Print.Name, 20)}", ids),
            Title = $"From the {context.PageNames[start.Id]} by {told}",
            Feature = Features.Navigation,
            Technique = Name,
            Why = why,
            PageId = start.Id,
            OtherPageIds = [.. path.Select(w => w.ToPageId).Distinct().Where(id => id != start.Id)],
            Likelihood = likelihood,
            Value = path.Any(w => w.IsShared) ? 0.8 : 0.6,
            Actions = [Phrases.GivenOn(context, start)],
            Probes = [new Probe.Follows([.. path.Select(w => (Phrases.WhenClick(context, w.Element), w.To))])],
        };
    }
}
