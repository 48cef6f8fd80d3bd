using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>Records that users create, read, update and delete.</summary>
internal static class RecordFlows
{
    public static IEnumerable<BusinessFlow> In(FlowGraph graph)
    {
        var nodes = graph.Nodes.Where(n => !ShopFlows.IsShop(n)).ToArray();
        return nodes.SelectMany(n => Create(graph, n))
            .Concat(Entered(graph))
            .Concat(Read(graph))
            .Concat(nodes.SelectMany(n => Update(graph, n)))
            .Concat(nodes.SelectMany(n => Delete(graph, n)));
    }

    private static IEnumerable<BusinessFlow> Create(FlowGraph graph, FlowNode node)
    {
        foreach (var form in Records(node))
        {
            var submit = node.SubmitText(form);
            if (FlowWords.AddToCart().IsMatch(submit) || IsUpdate(node, submit))
            {
                continue;
            }

            if (FlowWords.Create().IsMatch($"{submit} {form.Name}") || FlowWords.Create().IsMatch($"{LastPart(node.Place)} {node.Title}"))
            {
                var words = FlowWords.Create().IsMatch(submit) ? submit : form.Name.Length > 0 ? form.Name : node.Title;
                yield return new(FlowKinds.Create, FlowNames.Of("Create", words, node.Place), graph.Way(node, graph.After(node, form)), $"a form sent with '{submit}'");
            }
        }
    }

    private static IEnumerable<BusinessFlow> Entered(FlowGraph graph) => FormFlows.Entered(graph)
        .Where(e => !FlowWords.Search().IsMatch(e.Name))
        .Select(e => new BusinessFlow(
            FlowKinds.Create,
            FlowNames.Of("Create", FlowWords.Create().IsMatch(e.Name) ? e.Name : null, e.Node.Place),
            graph.Way(e.Node, graph.Node(e.Transition.To)),
            $"a text entered in '{e.Name}' showed something new"));

    // A page whose links lead to several addresses that differ in a variable part shows a list, and they its entries.
    private static IEnumerable<BusinessFlow> Read(FlowGraph graph)
    {
        // Of a long list the limit of pages may leave one entry.
        var places = graph.Map.Pages.SelectMany(p => p.Duplicates.Prepend(p.Url).Concat(p.Links.Select(l => l.Url))).Select(FlowNode.PlaceOf).Distinct().ToLookup(Parent);
        foreach (var entry in graph.Nodes.Where(n => n.IsPage && !ShopFlows.IsShop(n)))
        {
            var parent = Parent(entry.Place);
            var siblings = places[parent].Count();
            var list = graph.Nodes.FirstOrDefault(n => n.IsPage && n.Page.Id != entry.Page.Id && n.Page.Links.Select(l => FlowNode.PlaceOf(l.Url)).Distinct().Count(p => Parent(p) == parent && p.Length > parent.Length) > 1);
            if (parent.Length > 1 && siblings > 1 && list is not null && !FlowWords.Create().IsMatch(LastPart(entry.Place)) && FlowNames.ThingsAt(parent) is { } things)
            {
                var home = graph.Nodes.FirstOrDefault(n => n.IsPage && n.Place.TrimEnd('/') == parent) ?? list;
                yield return new(FlowKinds.Read, $"Read {things}", graph.Way(home, entry), $"{siblings} addresses below {parent}");
            }
        }
    }

    private static IEnumerable<BusinessFlow> Update(FlowGraph graph, FlowNode node)
    {
        foreach (var form in Records(node).Where(f => IsUpdate(node, node.SubmitText(f))))
        {
            var submit = node.SubmitText(form);
            yield return new(FlowKinds.Update, FlowNames.Of("Update", FlowWords.Update().IsMatch(submit) ? submit : node.Title, node.Place), graph.Way(node, graph.After(node, form)), $"a form sent with '{submit}'");
        }

        foreach (var control in node.Controls.Where(e => Leads(FlowWords.Update(), e)))
        {
            if (graph.From(node.Id).Where(t => t.ElementId == control.Id).Select(t => graph.Node(t.To)).FirstOrDefault(n => n?.Forms.Count > 0) is { } editor)
            {
                yield return new(FlowKinds.Update, FlowNames.Of("Update", control.Print.Name, node.Place), graph.Way(node, editor), $"a control named '{control.Print.Name}' that shows a form");
            }
        }
    }

    private static IEnumerable<BusinessFlow> Delete(FlowGraph graph, FlowNode node) => node.Controls
        .Where(e => Leads(FlowWords.Delete(), e) && !FlowWords.Cart().IsMatch(e.Print.Name))
        .Take(1)
        .Select(e => new BusinessFlow(FlowKinds.Delete, FlowNames.Of("Delete", e.Print.Name, node.Place), graph.Way(node), $"a control named '{e.Print.Name}'"));

    // Accounts, searches and messages have flows of their own.
    private static IEnumerable<PageForm> Records(FlowNode node) =>
        node.Forms.Where(f => f.Purpose == FormPurpose.Other && f.Method != "get" && f.Fields.Any(x => x.Type is not ("hidden" or "submit" or "button")));

    private static bool IsUpdate(FlowNode node, string submit) =>
        FlowWords.Update().IsMatch(LastPart(node.Place)) || (FlowWords.Update().IsMatch(submit) && !FlowWords.Create().IsMatch($"{LastPart(node.Place)} {submit} {node.Title}"));

    // The verb comes first on a control; "Latest update" is none.
    private static bool Leads(System.Text.RegularExpressions.Regex verb, PageElement element) => verb.Match(element.Print.Name) is { Success: true, Index: <= 2 };

    private static string LastPart(string place) => place.TrimEnd('/')[(place.TrimEnd('/').LastIndexOf('/') + 1)..];

    private static string Parent(string place) => place.TrimEnd('/') is var path && path.LastIndexOf('/') is > 0 and var cut ? path[..cut] : "";
}
