using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>Names the ways through an application that serve its users, from what the map shows.</summary>
internal static class BusinessFlows
{
    private const int MaxFlows = 60;
    private const int MaxStops = 20;
    private const int MaxEvidence = 300;

    /// <summary>Of a finished map; the same map gives the same flows.</summary>
    public static IReadOnlyList<BusinessFlow> Of(SiteMap map)
    {
        var graph = new FlowGraph(map);
        return
        [
            .. FormFlows.In(graph)
                .Concat(ShopFlows.In(graph))
                .Concat(RecordFlows.In(graph))
                .Concat(CallFlows.In(graph))
                .Where(f => f.Stops.Count > 0)
                .DistinctBy(f => (f.Kind, f.Name))
                .Take(MaxFlows)
                .Select(f => f with { Stops = [.. f.Stops.Take(MaxStops)], Evidence = PageText.Clean(f.Evidence, MaxEvidence) }),
        ];
    }
}
