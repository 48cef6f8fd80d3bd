using System.Collections.Concurrent;

namespace TestForge.Cli.Demo;

internal sealed class DemoSession(string id)
{
    public const int MostOfOne = 9;

    private readonly ConcurrentDictionary<string, int> _cart = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public bool SignedIn { get; set; }

    public CheckoutDetails? Checkout { get; set; }

    // In the order of the catalogue, so that the cart reads the same however it was filled.
    public IReadOnlyList<CartLine> Cart =>
        [.. Catalogue.Products.Where(p => _cart.ContainsKey(p.Slug)).Select(p => new CartLine(p, _cart.GetValueOrDefault(p.Slug, 1)))];

    public void Add(Product product, int quantity) =>
        _cart.AddOrUpdate(product.Slug, quantity, (_, old) => Math.Min(MostOfOne, old + quantity));

    public void Set(Product product, int quantity) => _cart[product.Slug] = quantity;

    public void Remove(Product product) => _cart.TryRemove(product.Slug, out _);
}
