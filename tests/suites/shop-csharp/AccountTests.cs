namespace Shop.Tests;

public class AccountTests : ShopTest
{
    [Test]
    public async Task The_newsletter_is_subscribed()
    {
        await Page.GotoAsync($"{Address}/account");
        await Page.Locator("#newsletter-email").FillAsync("ann@shop.example");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Subscribe" }).ClickAsync();
        await Expect(Page.GetByText("Subscribed ann@shop.example")).ToBeVisibleAsync();
    }

    [TestCase("Ann")]
    [TestCase("Zoë")]
    public async Task A_name_is_saved(string name)
    {
        await Page.GotoAsync($"{Address}/account");
        await Page.Locator("#first").FillAsync(name);
        await Page.GetByLabel("Surname").FillAsync("Lee");
        await Page
            .GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true })
            .ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"Saved {name} Lee");
    }

    [Test]
    public async Task Stock_is_refreshed()
    {
        await Page.GotoAsync($"{Address}/stock");
        await Page.Locator("#refresh").ClickAsync();
    }

    [Test, Ignore("later")]
    public async Task A_name_is_forgotten() => await Page.GotoAsync($"{Address}/account");
}
