namespace TestForge.Cli.Demo;

internal static class ShopPages
{
    private const int PageSize = 8;
    private const int LongestQuery = 80;

    private static readonly (string Key, string Name)[] _orders =
    [
        ("name", "Name"), ("price-low", "Price, low to high"), ("price-high", "Price, high to low"),
    ];

    public static DemoResponse Home(DemoRequest request)
    {
        string[] chosen = ["drizzle-shell", "ridgeway-pack", "bracken-boot", "nook-tent"];
        var cards = Cards(Demo.Catalogue.Products.Where(p => chosen.Contains(p.Slug)), 3);
        var categories = Markup.Join(Demo.Catalogue.Categories.Select(c => Markup.Of(
            $"""<li><a class="tile" href="/products?category={c.Slug}">{Picture(c.Slug)}<span>{c.Name}</span></a></li>""")));
        return DemoResponse.Page(request, "Gear for small adventures", Markup.Of(
            $"""
            {DemoFiles.Html("pages/home.html")}
            <section aria-labelledby="by-category"><h2 id="by-category">Shop by category</h2><ul class="tiles">{categories}</ul></section>
            <section aria-labelledby="favourites"><h2 id="favourites">Favourites this season</h2>{cards}</section>
            """));
    }

    public static DemoResponse Catalogue(DemoRequest request)
    {
        var category = Demo.Catalogue.Categories.FirstOrDefault(c => c.Slug == request.Asked("category"));
        var order = _orders.Any(o => o.Key == request.Asked("sort")) ? request.Asked("sort") : "name";
        var found = Demo.Catalogue.Products.Where(p => category is null || p.Category == category.Slug);
        var sorted = (order switch
        {
            "price-low" => found.OrderBy(p => p.Pounds),
            "price-high" => found.OrderByDescending(p => p.Pounds),
            _ => found.OrderBy(p => p.Name, StringComparer.Ordinal),
        }).ToList();
        var pages = Math.Max(1, (sorted.Count + PageSize - 1) / PageSize);
        var page = int.TryParse(request.Asked("page"), out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        var heading = category?.Name ?? "All products";
        string Address(string? slug, int number) =>
            "/products?" + (slug is null ? "" : $"category={slug}&") + $"sort={order}" + (number > 1 ? $"&page={number}" : "");

        var filters = Markup.Join(Demo.Catalogue.Categories.Prepend(new("", "All")).Select(c => Markup.Of(
            $"""<li><a href="{Address(c.Slug.Length == 0 ? null : c.Slug, 1)}"{Current(c.Slug == (category?.Slug ?? ""), "true")}>{c.Name}</a></li>""")));
        var options = Markup.Join(_orders.Select(o => Markup.Of(
            $"""<option value="{o.Key}"{Markup.If(o.Key == order, $" selected")}>{o.Name}</option>""")));
        var numbers = Markup.Join(Enumerable.Range(1, pages).Select(n => Markup.Of(
            $"""<li><a href="{Address(category?.Slug, n)}" aria-label="Page {n}"{Current(n == page, "page")}>{n}</a></li>""")));
        var hidden = Markup.If(category is not null, $"""<input type="hidden" name="category" value="{category?.Slug}">""");
        var pager = Markup.If(pages > 1, $"""<nav class="pager" aria-label="Pages"><ul>{numbers}</ul></nav>""");
        return DemoResponse.Page(request, heading, Markup.Of(
            $"""
            <h1>{heading}</h1>
            <div class="toolbar">
              <nav class="chips" aria-label="Categories"><ul>{filters}</ul></nav>
              <form class="inline" action="/products" method="get">{hidden}<label for="sort">Sort by</label>
              <select id="sort" name="sort">{options}</select><button class="quiet">Sort</button></form>
            </div>
            <p class="muted">{sorted.Count} products, page {page} of {pages}</p>
            {Cards(sorted.Skip((page - 1) * PageSize).Take(PageSize), 2)}
            {pager}
            """));
    }

    public static DemoResponse Search(DemoRequest request)
    {
        var words = request.Asked("q");
        words = words.Length > LongestQuery ? words[..LongestQuery] : words;
        var found = words.Length == 0 ? [] : Demo.Catalogue.Search(words);
        var result = words.Length == 0
            ? Markup.Of($"""<p role="status">Type a word to search for, such as “pack” or “wool”.</p>""")
            : found.Count == 0
                ? Markup.Of($"""<p role="status">No results for “{words}”. Check the spelling or <a href="/products">browse all products</a>.</p>""")
                : Markup.Of($"""<p role="status">{found.Count} {(found.Count == 1 ? "result" : "results")} for “{words}”</p>{Cards(found, 2)}""");
        return DemoResponse.Page(request, words.Length == 0 ? "Search" : $"Search: {words}", Markup.Of(
            $"""
            <h1>Search</h1>
            <form class="inline" action="/search" method="get"><label for="words">Search the shop</label>
            <input id="words" name="q" type="search" maxlength="80" value="{words}"><button>Search the shop</button></form>
            {result}
            """));
    }

    public static DemoResponse? Product(DemoRequest request)
    {
        if (Demo.Catalogue.Find(request.Path["/products/".Length..]) is not { } product)
        {
            return null;
        }

        var category = Demo.Catalogue.CategoryName(product);
        var related = Demo.Catalogue.Products.Where(p => p.Category == product.Category && p != product).Take(4);
        var guide = product.HasSizes ? DemoFiles.Html($"parts/size-guide-{product.Category}.html") : Markup.Empty;
        var order = product.Stock > 0
            ? Markup.Of(
                $"""
                <form action="/cart/add" method="post" class="buy"><input type="hidden" name="product" value="{product.Slug}">
                <div class="field"><label for="quantity">Quantity</label>
                <input id="quantity" name="quantity" type="number" min="1" max="9" value="1" required></div>
                <button>Add to cart</button></form>
                """)
            : Markup.Of($"""<p class="notice">Sold out for now. <a href="/contact">Ask us</a> when it is back.</p>""");
        return DemoResponse.Page(request, product.Name, Markup.Of(
            $"""
            <nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="/products">Shop</a></li>
            <li><a href="/products?category={product.Category}">{category}</a></li><li aria-current="page">{product.Name}</li></ol></nav>
            <article class="product">
              <div class="picture" style="color:{product.Colour}" role="img" aria-label="Drawing of the {product.Name}">{Picture(product.Picture)}</div>
              <div><h1>{product.Name}</h1><p class="price">{DemoLayout.Price(product.Pounds)}</p><p>{product.Text}</p>
              <p class="muted">{(product.Stock > 0 ? $"{product.Stock} in stock" : "Out of stock")} · Free delivery over £75</p>
              {order}{guide}</div>
            </article>
            <section aria-labelledby="related"><h2 id="related">More from {category}</h2>{Cards(related, 3)}</section>
            """));
    }

    private static Markup Picture(string name) => DemoFiles.Html($"pictures/{name}.svg");

    private static Markup Cards(IEnumerable<Product> products, int level) =>
        Markup.Of($"""<ul class="cards">{Markup.Join(products.Select(p => Card(p, level)))}</ul>""");

    private static Markup Card(Product product, int level)
    {
        var heading = new Markup(level == 2 ? "h2" : "h3");
        return Markup.Of(
            $"""
            <li class="card"><div class="picture" style="color:{product.Colour}">{Picture(product.Picture)}</div>
            <{heading}><a href="{product.Path}">{product.Name}</a></{heading}>
            <p class="price">{DemoLayout.Price(product.Pounds)}</p></li>
            """);
    }

    private static Markup Current(bool here, string value) => Markup.If(here, $""" aria-current="{value}" """);
}
