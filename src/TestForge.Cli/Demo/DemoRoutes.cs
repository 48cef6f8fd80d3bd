namespace TestForge.Cli.Demo;

internal static class DemoRoutes
{
    private static readonly Dictionary<string, string> _fixedPages = new(StringComparer.Ordinal)
    {
        ["/stock"] = "Stock in our shops",
        ["/kit"] = "Kit planner",
        ["/visit"] = "Visit us",
        ["/about"] = "About Larkmoor",
        ["/faq"] = "Questions and answers",
    };

    public static DemoResponse Answer(DemoRequest request) =>
        request.Method switch
        {
            "GET" or "HEAD" => Get(request),
            "POST" => Post(request),
            _ => DemoResponse.Text(405, "This method is not supported."),
        };

    private static DemoResponse Get(DemoRequest request) => request.Path switch
    {
        "/" => ShopPages.Home(request),
        "/products" => ShopPages.Catalogue(request),
        "/search" => ShopPages.Search(request),
        "/cart" => CartPages.Show(request),
        "/checkout" => CheckoutPages.Form(request),
        "/checkout/review" => CheckoutPages.Review(request),
        "/contact" => ContactPages.Form(request),
        "/contact/thanks" => ContactPages.Thanks(request),
        "/login" => AccountPages.LogIn(request),
        "/account" => AccountPages.Account(request),
        "/logout" => AccountPages.LogOut(request),
        "/calendar" => CalendarPages.Month(request),
        "/api/stock" => StockApi.Answer(),
        "/embed/map" => new(200, "text/html; charset=utf-8", DemoFiles.Html("embed/map.html").Html),
        "/favicon.ico" => Asset("/assets/favicon.svg") ?? NotFound(request),
        var path when _fixedPages.TryGetValue(path, out var title) =>
            DemoResponse.Page(request, title, DemoFiles.Html($"pages{path}.html")),
        var path when path.StartsWith("/products/", StringComparison.Ordinal) =>
            ShopPages.Product(request) ?? NotFound(request),
        var path when path.StartsWith("/assets/", StringComparison.Ordinal) => Asset(path) ?? NotFound(request),
        _ => NotFound(request),
    };

    private static DemoResponse Post(DemoRequest request) => request.Path switch
    {
        "/cart/add" => CartPages.Add(request) ?? NotFound(request),
        "/cart/update" => CartPages.Update(request) ?? NotFound(request),
        "/cart/remove" => CartPages.Remove(request) ?? NotFound(request),
        "/checkout" => CheckoutPages.Send(request),
        "/contact" => ContactPages.Send(request),
        "/login" => AccountPages.Send(request),
        _ => NotFound(request),
    };

    private static DemoResponse? Asset(string path)
    {
        if (DemoFiles.Find(path.TrimStart('/')) is not { } text)
        {
            return null;
        }

        var type = Path.GetExtension(path) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        return new(200, type, text);
    }

    private static DemoResponse NotFound(DemoRequest request) =>
        DemoResponse.Page(
            request,
            "Page not found",
            Markup.Of($"""<h1>Page not found</h1><p>There is nothing at <code>{request.Path}</code>.</p><p><a class="button" href="/products">Back to the shop</a></p>"""),
            404);
}
