using TestForge.Engine.Browser;
using TestForge.Engine.Patching.Source;
using TestForge.Engine.Patching.Source.TypeScript;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Patching.Source;

public sealed class LocatorTextTests
{
    private static readonly ElementFingerprint Pay = new() { Tag = "button", Role = "button", Name = "Pay now", TestId = "pay", Id = "pay-button", Text = "Pay now" };

    [Theory]
    [InlineData("getByTestId", '\'', "getByTestId('pay')")]
    [InlineData("getByRole", '"', "getByRole(\"button\", { name: \"Pay now\" })")]
    [InlineData("locator", '`', "locator(`#pay-button`)")]
    [InlineData("getByPlaceholder", '\'', "getByTestId('pay')")]
    public void Keeps_to_the_kind_of_locator_and_the_quotes_of_its_author(string method, char quote, string expected) =>
        LocatorText.For(Pay, PageOf(Pay), Old(method, quote), TypeScript).ShouldBe(expected);

    [Fact]
    public void Is_exact_only_where_a_part_of_the_words_would_find_more()
    {
        var all = new ElementFingerprint { Tag = "button", Role = "button", Name = "Pay now and later" };

        LocatorText.For(Pay, PageOf(Pay, all), Old("getByRole", '\''), TypeScript).ShouldBe("getByRole('button', { name: 'Pay now', exact: true })");
        LocatorText.For(Pay, PageOf(Pay), Old("getByRole", '\'') with { Exact = true }, TypeScript).ShouldBe("getByRole('button', { name: 'Pay now', exact: true })");
    }

    [Fact]
    public void What_a_page_says_stays_a_text_in_the_source()
    {
        var hostile = new ElementFingerprint { Tag = "button", Role = "button", Name = "'); steal('\u2028\\" };

        LocatorText.For(hostile, PageOf(hostile), Old("getByRole", '\''), TypeScript).ShouldBe(@"getByRole('button', { name: '\'); steal(\'\u2028\\' })");
    }

    [Fact]
    public void The_same_locator_again_is_none() =>
        LocatorText.For(Pay with { TestId = null, Id = null }, PageOf(Pay with { TestId = null, Id = null }), Old("getByRole", '\'') with { Text = "getByRole('button', { name: 'Pay now' })" }, TypeScript).ShouldBeNull();

    private static readonly TypeScriptSource TypeScript = new();

    private static LocatorCall Old(string method, char quote) => new() { Found = true, Method = method, Quote = quote, Text = "old" };

    private static PageFacts PageOf(params ElementFingerprint[] prints) => new() { Url = "http://x/", Elements = [.. prints.Select(p => new FactsElement(p, Visible: true, Enabled: true))] };
}
