using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>Flows that only the calls of the pages show: of what is created, changed and removed without a form.</summary>
internal static class CallFlows
{
    public static IEnumerable<BusinessFlow> In(FlowGraph graph)
    {
        var read = graph.Map.ApiCalls.Where(c => c.Method == "GET").Select(c => (c.Origin, Resource: Resource(c.Path))).ToHashSet();
        foreach (var call in graph.Map.ApiCalls.Where(c => c.Operation is null && Succeeded(c)))
        {
            // A POST is a new record only where records of the kind are read; it may be anything else.
            var kind = call.Method switch
            {
                "POST" when !call.Path.EndsWith('}') && read.Contains((call.Origin, Resource(call.Path))) => FlowKinds.Create,
                "PUT" or "PATCH" when call.Path.EndsWith('}') => FlowKinds.Update,
                "DELETE" when call.Path.EndsWith('}') => FlowKinds.Delete,
                _ => null,
            };
            if (kind is null || FlowWords.Cart().IsMatch(call.Path) || FlowWords.SignIn().IsMatch(call.Path) || graph.Nodes.FirstOrDefault(n => call.PageIds.Contains(n.Id)) is not { } node)
            {
                continue;
            }

            var verb = $"{char.ToUpperInvariant(kind[0])}{kind[1..]}";
            yield return new(kind, FlowNames.Of(verb, control: null, call.Path), graph.Way(node), $"calls {call.Method} {call.Path}");
        }
    }

    private static bool Succeeded(ApiCall call) => call.Statuses.Any(s => s is >= 200 and < 300);

    private static string Resource(string path) => path.EndsWith('}') ? path[..path.LastIndexOf('/')] : path;
}
