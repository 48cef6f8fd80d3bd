using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Source.CSharp;

namespace TestForge.Engine.Tests.Patching.Source.CSharp;

public sealed class CSharpSuiteFilesTests
{
    private static readonly CSharpSuiteFiles Files = new(
    [
        File("Pages/CardPage.cs", """
            namespace Shop.Pages;
            public class CardPage
            {
                private readonly ILocator _pay;
                public CardPage(IPage page) => _pay = page.GetByRole(AriaRole.Button, new() { Name = "Pay" });
                public Task PayAsync() => _pay.ClickAsync();
                public ILocator Row(string name) => page.Locator("tr").GetByTestId($"row-{name}");
            }
            """),
        File("CardTests.cs", """
            namespace Shop;
            public class CardTests
            {
                public class Inner { [Test] public async Task Pays() { } }
                [Test] public async Task Pays()
                {
                    await Page.GetByRole(AriaRole.Button, new() { Name = "Pay" }).ClickAsync();
                    await Page.Locator("form >> #card").FillAsync("4");
                    await Page.Locator("#sum").ClickAsync();
                    var sum = Page.Locator("#sum");
                    await sum.ClickAsync();
                    await Page.GetByRole(AriaRole.Button, new() { Name = "Say \"hi\"" }).ClickAsync();
                }
            }
            """),
    ]);

    [Theory]
    [InlineData("Pages/CardPage.cs", 6, "getByRole", "internal:role=button[name=\"Pay\"i]", "Pages/CardPage.cs:5:48")]
    [InlineData("CardTests.cs", 7, "getByRole", "internal:role=button[name=\"Pay\"i]", "CardTests.cs:7:20")]
    [InlineData("CardTests.cs", 8, "locator", "form >> #card", "CardTests.cs:8:20")]
    [InlineData("CardTests.cs", 11, "locator", "#sum", "CardTests.cs:10:24")]
    [InlineData("CardTests.cs", 12, "getByRole", "internal:role=button[name=\"Say \\\"hi\\\"\"i]", "CardTests.cs:12:20")]
    [InlineData("CardTests.cs", 3, "getByRole", "internal:role=button[name=\"Say \\\"hi\\\"\"i]", "CardTests.cs:12:20")]
    public void A_locator_in_use_is_known_by_its_words_and_by_how_its_user_names_it(string file, int line, string method, string selector, string expected)
    {
        var made = Files.Made(new(file, line, 9, method, selector));

        $"{made.File}:{made.Line}:{made.Column}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("getByRole", "internal:role=button[name=\"Pay\"i]")]
    [InlineData("getByRole", "internal:role=button[name=/pay/i]")]
    [InlineData("getByTestId", "internal:testid=[data-testid=\"row-2\"]")]
    public void Without_such_a_call_or_with_several_it_stays_at_the_place_of_use(string method, string selector)
    {
        var used = new RecordedLocator("CardTests.cs", 3, 9, method, selector);

        Files.Made(used).ShouldBe(used);
    }

    [Fact]
    public void A_test_is_found_by_its_class()
    {
        Files.Test("Shop.CardTests", "Pays").ShouldBe(("CardTests.cs", 5));
        Files.Test("Shop.CardTests+Inner", "Pays").ShouldBe(("CardTests.cs", 4));
        Files.Test("Elsewhere", "Pays").ShouldBeNull();
    }

    private static CSharpFile File(string name, string text) => new(name, CSharpSource.Parse(text, TestContext.Current.CancellationToken));
}
