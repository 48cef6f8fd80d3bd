using TestForge.Engine.Goals.Reading;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Goals;

public sealed class GoalFilesTests
{
    [Fact]
    public void A_list_item_is_a_goal_and_so_is_a_heading_with_its_particulars()
    {
        const string text =
            """
            # Shop
            What guests want.

            - A guest buys two items
              with a voucher
            - [ ] The search finds a mug
            <!-- - not this
            - nor this -->

            ## A member changes the address

            Signed in as ${env:SHOP_USER}.
            - to 12 Market Street
            """;

        var goals = MarkdownGoals.Read(text, "goals.md");

        goals.Select(g => (g.Source, g.Title, g.Feature)).ShouldBe(
        [
            ("goals.md:4", "A guest buys two items", "Shop"),
            ("goals.md:6", "The search finds a mug", "Shop"),
            ("goals.md:10", "A member changes the address", "Shop"),
        ]);
        goals[0].Steps.ShouldHaveSingleItem().Text.ShouldBe("A guest buys two items\nwith a voucher");
        goals[2].Steps.ShouldHaveSingleItem().Text.ShouldBe("A member changes the address\nSigned in as ${env:SHOP_USER}.\n- to 12 Market Street");
    }

    [Fact]
    public void An_outline_is_as_many_scenarios_as_it_has_examples_and_backgrounds_come_first()
    {
        const string text =
            """
            @signed-out
            Feature: Search
              Background:
                Given I am on the home page
              Scenario Outline: Finds <what>
                When I search for <what>
                Then I see "<title>"
                But I do not see "Nothing"
                Examples:
                  | what | title    |
                  | mug  | Blue mug |
                  | map  | Town map |
            """;

        var goals = GherkinGoals.Read(text, "search.feature");

        goals.Select(g => (g.Title, g.Source, g.SignedOut)).ShouldBe([("Finds mug", "search.feature:11", true), ("Finds map", "search.feature:12", true)]);
        goals[1].Steps.ShouldBe(
        [
            new(GoalStepKind.Given, "I am on the home page"),
            new(GoalStepKind.When, "I search for map"),
            new(GoalStepKind.Then, "I see \"Town map\""),
            new(GoalStepKind.Then, "I do not see \"Nothing\""),
        ]);
    }

    [Theory]
    [InlineData("goals.md", "# Shop\n\n-\n", "goals.md:3: the list item says nothing")]
    [InlineData("goals.md", "# Shop\n##\n", "goals.md:2: the heading says nothing")]
    [InlineData("goals.md", "text\n```\n- a\n", "goals.md:2: the code block")]
    [InlineData("goals.md", "# Shop\nNothing here.\n", "goals.md:1: there is no goal in it")]
    [InlineData("x.feature", "Feature: F\n  Scenario: S\n    When I do\n", "x.feature:2: the scenario \"S\" has no Then")]
    [InlineData("x.feature", "Feature: F\n  Scenario: S\n    Given a\n    Nonsense\n", "x.feature:4: it is no Gherkin")]
    [InlineData("x.feature", "Feature: F\n  Scenario Outline: S\n    Then <a>\n    Examples:\n      | a |\n", "x.feature:4: the examples have no rows")]
    public async Task Faults_are_told_with_their_line(string name, string text, string message)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("testforge-goals").FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<StageException>(GoalFiles.ReadAsync(path, TestContext.Current.CancellationToken));

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        error.Code.ShouldBe("goal.invalid");
        error.Message.ShouldStartWith(message);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_so() =>
        (await Should.ThrowAsync<StageException>(GoalFiles.ReadAsync("/nowhere/goals.md", TestContext.Current.CancellationToken))).Code.ShouldBe("goal.not_found");
}
