using TestForge.Engine.Scripting.Gherkin;
using TestForge.Engine.Scripting.Naming;
using TestForge.Pipeline;
using static TestForge.Engine.Tests.Scripting.SamplePlan;

namespace TestForge.Engine.Tests.Scripting.Gherkin;

public sealed class GherkinStepsTests
{
    private static readonly NamedPlan Names = new(new()
    {
        Target = new("https://shop.example"),
        Features = [new("f", "F", "")],
        Pages = [new("home", "Home page", "/"), new("cart", "Cart page", "/cart")],
        Elements =
        [
            Element("home.search", "home", "Search field", Role("searchbox", "Search") with { Frames = [] }),
            Element("cart.search", "cart", "Search field", Role("searchbox", "Search") with { Frames = [] }),
            Element("home.first", "home", "first entry", new() { Kind = LocatorKind.Css, Value = "ul.cards > li" }),
            Element("cart.first", "cart", "first entry", new() { Kind = LocatorKind.Css, Value = "#cart tr" }),
            Element("cart.odd", "cart", "\"Quick\" link", Role("link", "\"Quick\"")),
        ],
        Cases = [],
    });

    private static readonly GherkinSteps Steps = new(Names, new(Names));

    [Fact]
    public void What_is_found_alike_on_every_page_has_one_name_and_what_is_not_names_its_page()
    {
        Say(new StepAction.Click("home.search")).ShouldBe("I click the Search field");
        Say(new StepAction.Click("cart.search")).ShouldBe("I click the Search field");
        Say(new StepAction.Click("home.first")).ShouldBe("I click the first entry of the Home page");
        Say(new StepAction.Click("cart.first")).ShouldBe("I click the first entry of the Cart page");
    }

    [Fact]
    public void Pages_are_called_by_name_and_other_addresses_by_path()
    {
        Say(new StepAction.Navigate("/cart")).ShouldBe("I am on the Cart page");
        Say(new StepAction.Navigate("/elsewhere")).ShouldBe("I open \"/elsewhere\"");
    }

    [Fact]
    public void A_text_stays_on_its_line_and_in_its_quotes()
    {
        Say(new StepAction.ExpectPageText("a\nThen \"b\" \\ c\u2028d")).ShouldBe("""I see "a\nThen \"b\" \\ c\u2028d" """.TrimEnd());
        Say(new StepAction.Click("cart.odd")).ShouldBe("I click the 'Quick' link");
    }

    [Fact]
    public void No_step_of_any_kind_shows_how_an_element_is_found()
    {
        var plan = SamplePlan.Of(new("https://shop.example"));
        var names = new NamedPlan(plan);

        var features = string.Concat(GherkinWriter.WriteRunnable(names, new(names)).Select(f => f.Value));

        features.ShouldContain("Scenario: ");
        foreach (var element in plan.Elements.Where(e => e.Locator.Kind == LocatorKind.Css && e.Locator.Value.Length > 7))
        {
            features.ShouldNotContain(element.Locator.Value);
        }
    }

    private static string Say(StepAction action) => Steps.Of(action).Text;
}
