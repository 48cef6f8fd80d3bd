using System.Globalization;

namespace TestForge.Cli.Demo;

internal static class CartPages
{
    public static DemoResponse Show(DemoRequest request)
    {
        var lines = request.Session?.Cart ?? [];
        var content = lines.Count == 0
            ? Markup.Of($"""<p>Your cart is empty.</p><p><a class="button" href="/products">Browse the shop</a></p>""")
            : Markup.Of(
                $"""
                <table><caption class="hidden">Products in your cart</caption>
                <thead><tr><th scope="col">Product</th><th scope="col">Price</th><th scope="col">Quantity</th><th scope="col">Sum</th><th scope="col">Remove</th></tr></thead>
                <tbody>{Markup.Join(lines.Select(Row))}</tbody>
                <tfoot><tr><th scope="row" colspan="3">Total</th><td colspan="2" class="price">{DemoLayout.Price(lines.Sum(l => l.Pounds))}</td></tr></tfoot></table>
                <p class="actions"><a class="button" href="/checkout">Check out</a> <a href="/products">Keep shopping</a></p>
                """);
        return DemoResponse.Page(request, "Your cart", Markup.Of($"<h1>Your cart</h1>{content}"));
    }

    public static DemoResponse? Add(DemoRequest request) => Change(request, (s, p, n) =>
    {
        // A sold-out product has no form; a request made up by hand is ignored the same way.
        if (p.Stock > 0)
        {
            s.Add(p, n);
        }
    });

    public static DemoResponse? Update(DemoRequest request) => Change(request, (s, p, n) =>
    {
        if (s.Cart.Any(l => l.Product == p))
        {
            s.Set(p, n);
        }
    });

    public static DemoResponse? Remove(DemoRequest request) => Change(request, (s, p, _) => s.Remove(p));

    private static DemoResponse? Change(DemoRequest request, Action<DemoSession, Product, int> change)
    {
        if (Catalogue.Find(request.Sent("product")) is not { } product)
        {
            return null;
        }

        var number = int.TryParse(request.Sent("quantity"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
        var session = request.NeedSession();
        change(session, product, Math.Clamp(number, 1, DemoSession.MostOfOne));
        return DemoResponse.SeeOther("/cart", session);
    }

    private static Markup Row(CartLine line)
    {
        var product = line.Product;
        return Markup.Of(
            $"""
            <tr><th scope="row"><a href="{product.Path}">{product.Name}</a></th><td>{DemoLayout.Price(product.Pounds)}</td>
            <td><form class="inline" action="/cart/update" method="post"><input type="hidden" name="product" value="{product.Slug}">
            <input name="quantity" type="number" min="1" max="9" required value="{line.Quantity}" aria-label="Quantity of {product.Name}">
            <button class="quiet" aria-label="Update {product.Name}">Update</button></form></td><td>{DemoLayout.Price(line.Pounds)}</td>
            <td><form action="/cart/remove" method="post"><input type="hidden" name="product" value="{product.Slug}">
            <button class="quiet" aria-label="Remove {product.Name}">Remove</button></form></td></tr>
            """);
    }
}
