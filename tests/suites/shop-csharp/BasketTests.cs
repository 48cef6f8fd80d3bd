using Shop.Tests.Pages;

namespace Shop.Tests;

public class BasketTests : ShopTest
{
    [Test]
    public async Task A_kettle_can_be_put_into_it()
    {
        var shop = new ShopPage(Page);
        await shop.OpenAsync();
        await shop.AddKettleAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Products" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_total_counts()
    {
        await Page.GotoAsync($"{Address}/");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add Mug" }).ClickAsync();
        await Expect(Page.Locator("#total")).ToHaveTextAsync("8");
    }

    [Test]
    public async Task The_sum_is_that_of_the_basket()
    {
        await Page.GotoAsync($"{Address}/");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add Mug" }).ClickAsync();
        Assert.That(await Page.GetByText("Total").TextContentAsync(), Is.EqualTo("Total 8 EUR"));
    }

    [Test]
    public async Task An_order_is_confirmed()
    {
        var shop = new ShopPage(Page);
        await shop.OpenAsync();
        await shop.Checkout.ClickAsync();
        await Expect(Page.Locator("#confirmation")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Checkout_is_offered()
    {
        var shop = new ShopPage(Page);
        await shop.OpenAsync();
        await shop.Checkout.HoverAsync();
    }

    [Test]
    public async Task Gifts_are_wrapped()
    {
        await Page.GotoAsync($"{Address}/");
        await Page.Locator("#gift-wrap").CheckAsync();
    }

    [Test]
    public async Task Products_come_by_name()
    {
        var shop = new ShopPage(Page);
        await shop.OpenAsync();
        await shop.AddAsync("mug");
    }
}
