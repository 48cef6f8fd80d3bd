using Microsoft.Playwright;

namespace Shop.Tests.Pages;

/// <summary>The page with the products and the basket.</summary>
public sealed class ShopPage(IPage page)
{
    public ILocator Checkout { get; } = page.Locator(".checkout"); // the only button of the basket

    private ILocator Kettle => page.GetByTestId("add-kettle");

    public Task OpenAsync() => page.GotoAsync($"{ShopTest.Address}/");

    public Task AddAsync(string product) => page.GetByTestId($"add-{product}").ClickAsync();

    public Task AddKettleAsync() => Kettle.ClickAsync();
}
