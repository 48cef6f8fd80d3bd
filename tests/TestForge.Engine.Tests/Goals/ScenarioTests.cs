using TestForge.Engine.Goals.Literal;
using TestForge.Engine.Goals.Live;
using TestForge.Engine.Goals.Reading;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Goals;

public sealed class ScenarioTests
{
    private const string Cart =
        """
        Feature: Cart
          Background:
            Given I am on the home page

          Scenario: A mug is kept in the cart
            When I click "Products"
            And I follow the "Blue mug" link
            And I press "Add to cart"
            Then I see "1 in your cart"
            When I enter "TENOFF" into the "Voucher" field
            And I click the "Apply" button
            Then I should see the message "Voucher accepted"
            And the address is "/cart"
        """;

    [Fact]
    public async Task Literal_steps_are_followed_without_a_key()
    {
        await using var rig = await GoalRig.StartAsync(key: false);

        var plan = await rig.DesignAsync(GherkinGoals.Read(Cart, "cart.feature"));

        rig.Warnings.ShouldBeEmpty();
        var test = plan.Cases.ShouldHaveSingleItem();
        test.Title.ShouldBe("A mug is kept in the cart");
        plan.Features.ShouldHaveSingleItem().Title.ShouldBe("Cart");
        test.Steps.Select(s => s.Action).OfType<StepAction.ExpectPageText>().Select(c => c.Text).Take(2).ShouldBe(["1 in your cart", "Voucher accepted"]);
        rig.Fake.Requests.ShouldBeEmpty();
        (await rig.RunAsync(plan)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_literal_step_that_does_not_hold_is_told_with_its_words()
    {
        await using var rig = await GoalRig.StartAsync(key: false);

        var plan = await rig.DesignAsync(GherkinGoals.Read("Feature: F\n  Scenario: S\n    Given I am on the home page\n    When I click \"Nowhere\"\n    Then I see \"X\"", "f.feature"));

        plan.Cases.ShouldBeEmpty();
        rig.Warnings.ShouldHaveSingleItem().Message.ShouldContain("at \"When I click \"Nowhere\"\": no control is called \"Nowhere\"; there are \"");
    }

    [Fact]
    public async Task The_model_follows_what_takes_understanding_and_rules_the_rest()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(p => p switch
        {
            { Path: "/cart" } => Moves.Done(p.Question.Contains("must show", StringComparison.Ordinal) ? ["Blue mug"] : []),
            { Path: "/products/mug" } => Moves.Click(p.Ref("button", "Add to cart")),
            _ => Moves.Act("open", value: "/products/mug"),
        });

        var plan = await rig.DesignAsync(GherkinGoals.Read("Feature: F\n  Scenario: S\n    Given I am on the home page\n    When a guest puts a mug into the cart\n    Then the cart has the mug\n    And I see \"1 in your cart\"", "f.feature"));

        rig.Warnings.ShouldBeEmpty();
        plan.Cases.ShouldHaveSingleItem().Steps.ShouldContain(s => s.Text == "I see the message \"Blue mug\"");
        (await rig.RunAsync(plan)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("I fill \"E-Mail\" with \"x\"", "no control is called \"E-Mail\"; there are \"Email address\", \"Password\"")]
    [InlineData("I fill \"Help\" with \"x\"", "no control is called \"Help\"; \"Help\" is a link")]
    [InlineData("I tick the \"Terms\" box", "no control is called \"Terms\"; the page has none")]
    [InlineData("I click the \"Sing in\" button", "no button is called \"Sing in\"; there are \"Sign in\", \"Cancel\"")]
    [InlineData("I select \"Wales\" from \"Land\"", "no control is called \"Land\"; there is \"Country\"")]
    public void A_control_that_is_not_there_is_told_with_the_nearest_that_are(string sentence, string told)
    {
        PageEvidence page = new()
        {
            Path = "/",
            State = "",
            Elements =
            [
                new("e1", "textbox", "Password"), new("e2", "textbox", "Email address"), new("e3", "button", "Cancel"), new("e4", "button", "Sign in"),
                new("e5", "link", "Help"), new("e6", "combobox", "Country") { Options = ["Wales"] },
            ],
        };

        var (act, fault) = LiteralSteps.Read(sentence)!.ActOn(page);

        act.ShouldBeNull();
        fault.ShouldBe(told);
    }

    [Theory]
    [InlineData("I click \"Check out\"", LiteralKind.Click, "Check out", null)]
    [InlineData("I press \"Check out\"", LiteralKind.Click, "Check out", null)]
    [InlineData("I press Enter", LiteralKind.Press, null, "Enter")]
    [InlineData("i fill \"Email\" with \"a@b.example\"", LiteralKind.Fill, "Email", "a@b.example")]
    [InlineData("I select \"Wales\" from \"Country\"", LiteralKind.Choose, "Country", "Wales")]
    [InlineData("I tick the \"Terms\" box.", LiteralKind.Check, "Terms", null)]
    [InlineData("I do not see \"Error\"", LiteralKind.SeeNot, null, "Error")]
    [InlineData("I go to \"/cart\"", LiteralKind.Open, null, "/cart")]
    [InlineData("the title is \"Cart\"", LiteralKind.Title, null, "Cart")]
    public void Literal_sentences_are_known(string sentence, object kind, string? name, string? value)
    {
        var step = LiteralSteps.Read(sentence).ShouldNotBeNull();

        (step.Kind, step.Name, step.Value).ShouldBe(((LiteralKind)kind, name, value));
    }

    [Theory]
    [InlineData("I buy two mugs")]
    [InlineData("I click \"A\" and then \"B\"")]
    [InlineData("I go to \"http://evil.example/\"")]
    public void Other_sentences_take_understanding(string sentence) => LiteralSteps.Read(sentence).ShouldBeNull();
}
