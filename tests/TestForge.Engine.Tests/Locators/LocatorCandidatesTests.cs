using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Locators;

public sealed class LocatorCandidatesTests
{
    [Fact]
    public void A_test_id_comes_first_then_role_and_name()
    {
        var print = new ElementFingerprint { Tag = "button", Role = "button", Name = "Pay", TestId = "pay", Text = "Pay", Css = "main > button" };

        Written(print).Take(3).ShouldBe(["getByTestId('pay')", "getByRole('button', { name: 'Pay', exact: true })", "getByText('Pay', { exact: true })"]);
        Written(print)[^1].ShouldBe("locator('main > button')");
    }

    [Fact]
    public void A_password_field_without_a_role_is_found_by_its_label()
    {
        var print = new ElementFingerprint { Tag = "input", Type = "password", Name = "Password", Label = "Password", Css = "#pw" };

        Written(print)[0].ShouldBe("getByLabel('Password', { exact: true })");
    }

    [Fact]
    public void The_landmark_tells_two_links_apart_before_css_does()
    {
        var print = new ElementFingerprint { Tag = "a", Role = "link", Name = "Home", Text = "Home", Landmark = "navigation", Css = "nav > a" };

        var written = Written(print);

        written.ShouldContain("getByRole('navigation').getByRole('link', { name: 'Home', exact: true })");
        Array.IndexOf(written, "getByRole('navigation').getByRole('link', { name: 'Home', exact: true })").ShouldBeLessThan(Array.IndexOf(written, "locator('nav > a')"));
    }

    [Theory]
    [InlineData("radix-12")]
    [InlineData("ember1234")]
    [InlineData("a8f14e45fceea")]
    [InlineData("item-20261101")]
    public void Generated_ids_are_not_trusted(string id) =>
        Written(new() { Tag = "div", Id = id, Css = "div > div" }).ShouldBe(["locator('div > div')"]);

    [Fact]
    public void Every_candidate_goes_through_the_frames() =>
        LocatorCandidates.For(new() { Tag = "button", Role = "button", Name = "Go", Frames = ["#f"], Css = "button" })
            .ShouldAllBe(c => c.Locator.Frames.SequenceEqual(new[] { "#f" }));

    [Fact]
    public void A_name_to_which_a_style_sheet_adds_is_only_a_part_of_what_is_compared() =>
        Written(new() { Tag = "a", Role = "link", Name = "Tables", Decorated = true, Css = "li > a" })[0].ShouldBe("getByRole('link', { name: 'Tables' })");

    private static string[] Written(ElementFingerprint print) => [.. LocatorCandidates.For(print).Select(c => c.Locator.ToString())];
}
