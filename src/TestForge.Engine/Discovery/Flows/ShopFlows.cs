using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>Cart and checkout.</summary>
internal static class ShopFlows
{
    private const int MaxSteps = 6;

    public static IEnumerable<BusinessFlow> In(FlowGraph graph)
    {
        var shelf = graph.Nodes.FirstOrDefault(n => n.Controls.Any(IsAdd));
        var cart = CartOf(graph);
        if (shelf is null && cart is null)
        {
            yield break;
        }

        if (shelf is not null)
        {
            var added = Added(graph, shelf);
            yield return new(FlowKinds.Cart, "Put into the cart", graph.Way(shelf, added, cart), $"a control named '{shelf.Controls.First(IsAdd).Print.Name}'");
        }
        else if (cart is not null)
        {
            yield return new(FlowKinds.Cart, "Look into the cart", graph.Way(cart), $"a page that says '{cart.Title}'");
        }

        var steps = graph.Nodes.Where(IsCheckout).DistinctBy(n => n.Place).Take(MaxSteps).ToArray();
        if (steps.Length > 0)
        {
            yield return new(FlowKinds.Checkout, "Buy", graph.Way(shelf ?? cart!, [cart, .. steps]), $"pages that say '{string.Join("', '", steps.Select(s => s.Title).Distinct())}'");
        }
        else if (graph.Nodes.FirstOrDefault(n => n.Controls.Any(IsCheckoutControl)) is { } till)
        {
            yield return new(FlowKinds.Checkout, "Buy", graph.Way(shelf ?? till, cart, till), $"a control named '{till.Controls.First(IsCheckoutControl).Print.Name}'");
        }
    }

    /// <summary>Whether a place belongs to the shop's own flows, whose adding and removing is of the cart and not of records.</summary>
    public static bool IsShop(FlowNode node) => IsCheckout(node) || IsCart(node);

    public static bool IsAdd(PageElement element) => FlowWords.AddToCart().IsMatch(element.Print.Name);

    private static FlowNode? CartOf(FlowGraph graph) => graph.Nodes.FirstOrDefault(n => n.IsPage && IsCart(n)) ?? graph.Nodes.FirstOrDefault(IsCart);

    private static FlowNode? Added(FlowGraph graph, FlowNode shelf)
    {
        var add = shelf.Controls.First(IsAdd);
        return graph.From(shelf.Id).Where(t => t.ElementId == add.Id).Select(t => graph.Node(t.To)).FirstOrDefault(n => n is not null);
    }

    private static bool IsCart(FlowNode node) => FlowWords.Cart().IsMatch(node.IsPage ? $"{node.Place} {node.Title}" : node.Title) && !FlowWords.AddToCart().IsMatch(node.Title);

    private static bool IsCheckout(FlowNode node) => node.IsPage && FlowWords.Checkout().IsMatch($"{node.Place} {node.Title}");

    private static bool IsCheckoutControl(PageElement element) => FlowWords.Checkout().IsMatch(element.Print.Name);
}
