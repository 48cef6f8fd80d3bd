using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>Flows whose forms say what they are for: sign-in, registration, search, contact.</summary>
internal static class FormFlows
{
    public static IEnumerable<BusinessFlow> In(FlowGraph graph) =>
        SignIn(graph).Concat(Registration(graph)).Concat(Searches(graph)).Concat(Contact(graph));

    private static IEnumerable<BusinessFlow> SignIn(FlowGraph graph)
    {
        if (First(graph, FormPurpose.Login) is var (node, form))
        {
            var fields = string.Join(", ", form.Fields.Where(f => f.Type != "hidden").Select(f => f.Label).Where(l => l.Length > 0));
            yield return new(FlowKinds.Authentication, "Sign in", graph.Way(node, graph.After(node, form)), $"a form with a password field: {fields}");
        }
        else if (graph.Nodes.FirstOrDefault(n => FlowWords.SignIn().IsMatch($"{n.Place} {n.Title}") && n.Forms.Any(IsAccountStep)) is { } step)
        {
            yield return new(FlowKinds.Authentication, "Sign in", graph.Way(step), $"a page that says '{step.Title}' and asks for an account");
        }

        if (graph.Nodes.FirstOrDefault(n => n.Controls.Any(IsSignOut)) is { } signedIn)
        {
            yield return new(FlowKinds.Authentication, "Sign out", graph.Way(signedIn), $"a control named '{signedIn.Controls.First(IsSignOut).Print.Name}'");
        }
    }

    private static IEnumerable<BusinessFlow> Registration(FlowGraph graph)
    {
        if (First(graph, FormPurpose.Registration) is var (node, form))
        {
            yield return new(FlowKinds.Registration, "Create an account", graph.Way(node, graph.After(node, form)), "a form that sets a password");
        }
    }

    private static IEnumerable<BusinessFlow> Searches(FlowGraph graph)
    {
        var forms = graph.Nodes.SelectMany(n => n.Forms.Where(f => f.Purpose == FormPurpose.Search).Select(f => (Node: n, Form: f)));
        foreach (var search in forms.GroupBy(s => FlowNode.PlaceOf(s.Form.Action)).Select(g => g.OrderBy(s => graph.After(s.Node, s.Form) is null).First()))
        {
            var field = search.Form.Fields.FirstOrDefault(f => f.Type is "search" or "text")?.Label ?? "";
            yield return new(FlowKinds.Search, SearchName(field), graph.Way(search.Node, graph.After(search.Node, search.Form)), $"a search form with the field '{field}'");
        }

        // A field without a form that took a text.
        foreach (var (node, transition, name) in Entered(graph).Where(e => FlowWords.Search().IsMatch(e.Name)).Take(1))
        {
            yield return new(FlowKinds.Search, SearchName(name), graph.Way(node, graph.Node(transition.To)), $"a field named '{name}' that takes a text");
        }
    }

    private static IEnumerable<BusinessFlow> Contact(FlowGraph graph)
    {
        if (First(graph, FormPurpose.Contact) is var (node, form))
        {
            yield return new(FlowKinds.Contact, "Send a message", graph.Way(node, graph.After(node, form)), "a form with an e-mail address and a message");
        }
    }

    /// <summary>Texts that were typed and confirmed in a field that no form has.</summary>
    public static IEnumerable<(FlowNode Node, SiteTransition Transition, string Name)> Entered(FlowGraph graph) =>
        from transition in graph.Map.Transitions
        where transition.Action == SiteActions.Enter
        let node = graph.Node(transition.From)
        where node is not null
        let print = node.Elements.Concat(node.Page.Elements).FirstOrDefault(e => e.Id == transition.ElementId)?.Print
        where print is not null
        select (node, transition, print.Name.Length > 0 ? print.Name : print.Placeholder ?? "");

    // The form that leads on says more than its copy on a page before it; where none does, the first.
    private static (FlowNode Node, PageForm Form)? First(FlowGraph graph, FormPurpose purpose)
    {
        var all = graph.Nodes.SelectMany(n => n.Forms.Where(f => f.Purpose == purpose).Select(f => (Node: n, Form: f))).ToArray();
        return all.Length == 0 ? null : all.OrderBy(f => graph.After(f.Node, f.Form) is null).First();
    }

    // The first step of a sign-in that asks for the password on another page.
    private static bool IsAccountStep(PageForm form) =>
        form.Fields.Any(f => f.Type == "email" || f.Autocomplete is "username" or "email" || f.Name is "username" or "user" or "login" or "email" or "identifier");

    private static bool IsSignOut(PageElement element) => FlowWords.SignOut().IsMatch(element.Print.Name);

    private static string SearchName(string field) =>
        field.Length is > 6 and < 40 && field.StartsWith("Search ", StringComparison.OrdinalIgnoreCase) ? $"Search {field[7..].ToLowerInvariant().TrimEnd('.', '…', ' ')}" : "Search";
}
