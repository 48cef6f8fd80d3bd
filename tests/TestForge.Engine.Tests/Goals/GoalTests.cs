using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Claude;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Goals;

public sealed class GoalTests
{
    private const string TwoItems = "A guest puts a blue mug and a town map into the cart and uses the voucher TENOFF";

    [Fact]
    public async Task A_goal_in_words_becomes_a_case_that_runs_without_a_model()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(Buy);

        var plan = await rig.DesignAsync(TwoItems);

        rig.Warnings.ShouldBeEmpty();
        var test = plan.Cases.ShouldHaveSingleItem();
        (test.Technique, test.Title).ShouldBe(("goal", TwoItems));
        test.Steps.Count(s => s.Action is StepAction.Click).ShouldBe(7);
        test.Steps.ShouldContain(s => s.Action is StepAction.ExpectPageText && s.Text.Contains("Voucher accepted", StringComparison.Ordinal));
        plan.Elements.ShouldContain(e => e.Locator.ToString() == "getByRole('button', { name: 'Add to cart', exact: true })");
        rig.Events.OfType<RunEvent.GoalStepped>().Select(s => s.Step).ShouldBe(Enumerable.Range(1, 8));

        var calls = rig.Fake.Requests.Count;
        for (var i = 0; i < 2; i++)
        {
            (await rig.RunAsync(plan)).ShouldBeEmpty();
        }

        rig.Fake.Requests.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task The_way_there_is_made_short_where_nothing_was_sent()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(p => (p.Path, p.History.Contains("lucky", StringComparison.Ordinal)) switch
        {
            ("/", false) => Moves.Click(p.Ref("link", "Members")),
            ("/members", false) => Moves.Act("open", value: "/lucky"),
            ("/lucky", _) => Moves.Act("open", value: "/"),
            ("/", true) => Moves.Click(p.Ref("link", "Products")),
            _ => Moves.Done("Town map"),
        });

        var plan = await rig.DesignAsync("The town map is offered");

        plan.Cases.ShouldHaveSingleItem().Steps.Where(s => !s.Action.IsCheck).Select(s => s.Text).ShouldBe(["I am on the Home page", "I click the \"Products\" link"]);
    }

    [Fact]
    public async Task What_proves_a_goal_once_and_not_again_makes_no_case()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(p => p.Path == "/" ? Moves.Click(p.Ref("link", "Word of the visit")) : Moves.Done(p.Page.Split('\n').Single(l => l.Contains("The word is", StringComparison.Ordinal)).Trim()));

        var plan = await rig.DesignAsync("The word of the visit is shown");

        plan.Cases.ShouldBeEmpty();
        var warning = rig.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("goal.not_repeatable");
        warning.Message.ShouldContain("The word is");
        plan.Dropped.ShouldContain(d => d.CaseTitle == "The word of the visit is shown");
    }

    [Fact]
    public async Task A_control_that_is_not_on_the_page_is_asked_for_once_more_and_then_given_up()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(_ => Moves.Click("e999"));

        var plan = await rig.DesignAsync(TwoItems);

        plan.Cases.ShouldBeEmpty();
        rig.Fake.Messages.Count().ShouldBe(2);
        rig.Fake.Messages.Last().Text.ShouldContain("the page has no control");
        var warning = rig.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("goal.not_reached");
        warning.Message.ShouldContain("claude.invalid_answer");
    }

    [Fact]
    public async Task What_the_page_does_not_show_proves_nothing()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(_ => Moves.Done("Order complete"));

        (await rig.DesignAsync(TwoItems)).Cases.ShouldBeEmpty();

        rig.Fake.Messages.Last().Text.ShouldContain("the page does not show");
        rig.Warnings.ShouldHaveSingleItem().Code.ShouldBe("goal.not_reached");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task What_destroys_is_done_only_when_it_is_allowed(bool allowed, int least)
    {
        await using var rig = (await GoalRig.StartAsync()).Model(p => p.Path == "/cart" ? Moves.Click(p.Ref("button", "Delete my account")) : p.Shows("is gone") ? Moves.Done("Your account is gone") : Moves.Act("open", value: "/cart"));

        var plan = await rig.DesignAsync("The account is deleted", allowDestructive: allowed);

        plan.Cases.Count.ShouldBe(allowed ? 1 : 0);
        rig.Site.Deletions.ShouldBeGreaterThanOrEqualTo(least);
        if (!allowed)
        {
            rig.Site.Deletions.ShouldBe(0);
            rig.Fake.Messages.Last().Text.ShouldContain("REFUSED");
            rig.Warnings.ShouldHaveSingleItem().Message.ShouldContain("circles");
        }
    }

    [Fact]
    public async Task Steps_are_counted_and_end_when_there_are_enough()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(p => Moves.Act("open", value: p.Path == "/" ? "/products" : p.Path == "/products" ? "/cart" : "/"));

        await rig.DesignAsync(TwoItems, new(MaxSteps: 4));

        rig.Events.OfType<RunEvent.GoalStepped>().Count().ShouldBe(4);
        rig.Warnings.ShouldHaveSingleItem().Message.ShouldContain("4 steps were not enough");
    }

    [Fact]
    public async Task Time_ends_a_goal()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = (await GoalRig.StartAsync(configure: s => s.AddSingleton<TimeProvider>(clock))).Model(_ =>
        {
            clock.Advance(TimeSpan.FromMinutes(3));
            return Moves.Act("open", value: "/cart") with { Delay = TimeSpan.FromMilliseconds(200) };
        });

        await rig.DesignAsync(TwoItems, new(MaxMinutes: 2));

        rig.Warnings.ShouldHaveSingleItem().Message.ShouldContain("2 minutes were not enough");
    }

    [Fact]
    public async Task Money_ends_a_goal()
    {
        await using var rig = (await GoalRig.StartAsync(configure: s => s.Configure<ClaudeOptions>(o => o.Budgets.UsdPerRun = 0.0001m))).Model(Buy);

        await rig.DesignAsync(TwoItems);

        rig.Fake.Messages.ShouldBeEmpty();
        rig.Warnings.ShouldHaveSingleItem().Message.ShouldContain("claude.over_budget");
    }

    [Fact]
    public async Task Without_a_key_a_goal_in_words_says_what_to_set()
    {
        await using var rig = (await GoalRig.StartAsync(key: false)).Model(Buy);

        (await rig.DesignAsync(TwoItems)).Cases.ShouldBeEmpty();

        rig.Fake.Requests.ShouldBeEmpty();
        var warning = rig.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("goal.needs_model");
        warning.Message.ShouldContain("ANTHROPIC_API_KEY");
    }

    [Fact]
    public async Task A_model_that_obeys_the_page_is_stopped_all_the_same()
    {
        await using var rig = await GoalRig.StartAsync();
        var moves = new Queue<Func<SeenPage, FakeReply>>(
        [
            p => Moves.Click(p.Ref("link", "News")),
            p => Moves.Click(p.Ref("link", "Prize")),
            _ => Moves.Act("open", value: "http://evil.example/"),
            _ => Moves.Act("open", value: "//evil.example/"),
            p => Moves.Act("fill", p.Ref("textbox", "Remark"), "see http://198.51.100.7/x"),
            p => Moves.Click(p.Ref("link", "Old address")),
        ]);
        rig.Model(p => moves.TryDequeue(out var next) ? next(p) : Moves.GiveUp());

        (await rig.DesignAsync("The news are read")).Cases.ShouldBeEmpty();

        moves.ShouldBeEmpty();
        rig.Site.VisitsElsewhere.ShouldBe(0);
        rig.Site.Received.ShouldBeEmpty();
        rig.Events.OfType<RunEvent.GoalStepped>().Select(s => s.What).Skip(1).ShouldAllBe(w => w.EndsWith("(refused)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopping_keeps_what_was_found_before()
    {
        await using var rig = await GoalRig.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        rig.Model(p =>
        {
            if (p.Question.Contains("The town map", StringComparison.Ordinal))
            {
                return p.Path == "/" ? Moves.Click(p.Ref("link", "Products")) : Moves.Done("Town map");
            }

            stop.Cancel();
            return Moves.GiveUp();
        });

        var plan = await rig.StoppableAsync([TestGoal.Of("The town map is offered", "--goal"), TestGoal.Of("Something else", "--goal")], stop.Token);

        plan.Interrupted.ShouldBeTrue();
        plan.Cases.ShouldHaveSingleItem().Title.ShouldBe("The town map is offered");
    }

    private static FakeReply Buy(SeenPage page) => page switch
    {
        _ when page.Shows("Voucher accepted") => Moves.Done("Voucher accepted: ten percent off", "2 in your cart"),
        { Path: "/" } => Moves.Click(page.Ref("link", "Products")),
        { Path: "/products" } => Moves.Click(page.Ref("link", page.History.Contains("Blue mug", StringComparison.Ordinal) ? "Town map" : "Blue mug")),
        { Path: "/cart" } when !page.Shows("Town map") => Moves.Click(page.Ref("link", "Products")),
        { Path: "/cart" } when page.Shows("holds \"TENOFF\"") => Moves.Click(page.Ref("button", "Apply")),
        { Path: "/cart" } => Moves.Act("fill", page.Ref("textbox", "Voucher"), "TENOFF"),
        _ => Moves.Click(page.Ref("button", "Add to cart")),
    };

    [Fact]
    public async Task A_goal_in_another_language_than_the_page_is_held_against_its_words_in_that_language()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(_ => Moves.Done("Mugs and maps."));
        rig.Fake.When("have written down a goal", FakeReply.Json("""{ "texts": ["The shop offers mugs and maps"] }"""));

        var plan = await rig.DesignAsync("Der Laden bietet Becher und Karten an");

        rig.Warnings.ShouldBeEmpty();
        plan.Cases.ShouldHaveSingleItem().Steps[^1].Action.ShouldBe(new StepAction.ExpectPageText("Mugs and maps."));
        var asked = rig.Fake.Messages.Single(m => m.Text.Contains("have written down a goal", StringComparison.Ordinal));
        asked.Text.ShouldContain("with these codes: en.");
        asked.Text.ShouldNotContain("Corner shop");
        (await rig.RunAsync(plan)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_says_no_word_of_a_goal_in_any_language_proves_nothing()
    {
        await using var rig = (await GoalRig.StartAsync()).Model(_ => Moves.Done("Corner shop"));
        rig.Fake.When("have written down a goal", FakeReply.Json("""{ "texts": ["A visitor reads the archive"] }"""));

        var plan = await rig.DesignAsync("Ein Besucher liest das Archiv");

        plan.Cases.ShouldBeEmpty();
        rig.Warnings.ShouldHaveSingleItem().Code.ShouldBe("goal.not_reached");
        rig.Fake.Messages.Count(m => m.Text.Contains("have written down a goal", StringComparison.Ordinal)).ShouldBe(1);
        rig.Fake.Messages.Last().Text.ShouldContain("none of them says a word of the goal");
    }
}
