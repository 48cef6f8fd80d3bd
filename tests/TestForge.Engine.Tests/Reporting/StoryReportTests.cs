using System.Text.Json;
using NJsonSchema;
using TestForge.Engine.Reporting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>What a language model made of the application, as the report tells it.</summary>
public sealed class StoryReportTests
{
    [Fact]
    public async Task Stories_stand_with_the_tests_that_were_designed_for_them_and_their_verdicts()
    {
        var application = (await JsonAsync(Run(Profile()))).GetProperty("application");

        (application.GetProperty("model").GetString(), application.GetProperty("domain").GetString()).ShouldBe(("claude-sonnet-5-5", "Profiles"));
        var stories = application.GetProperty("stories").EnumerateArray().ToArray();
        stories.Select(s => (s.GetProperty("id").GetString(), s.GetProperty("requirement").GetString(), s.GetProperty("story").GetString())).ShouldBe(
        [
            ("r1.1", "A name can be changed", "As a member, I want to save my name, so that others know me"),
            ("r1.2", "A name can be changed", "As a member, I want to see my name, so that I can trust it"),
        ]);

        // A case that is not in the plan any more is not told as a test.
        stories[0].GetProperty("tests").EnumerateArray().Select(t => (t.GetProperty("id").GetString(), t.GetProperty("verdict").GetString())).ShouldBe([("save", "failed"), ("open", "flaky")]);
        stories[1].GetProperty("tests").GetArrayLength().ShouldBe(0);
        application.GetProperty("questions")[0].GetProperty("observed").GetString().ShouldBe("It said “Saved”.");
        application.GetProperty("charters")[0].GetProperty("title").GetString().ShouldBe("Names of the world");
    }

    [Fact]
    public async Task Readers_see_stories_questions_and_charters_and_who_wrote_them()
    {
        var html = await Run(Profile()).TextAsync("report.html");

        html.ShouldContain("<a href=\"#stories\">Stories <span>2</span></a>");
        html.ShouldContain("Written by the language model <bdi>claude-sonnet-5-5</bdi>");
        html.ShouldContain("As a member, I want to save my name, so that others know me");
        html.ShouldContain("Failed: <bdi>Saving keeps the name</bdi>; Flaky: <bdi>The page opens</bdi></td>");
        html.ShouldContain("none of its own</td>");
        html.ShouldContain("Expected: <bdi>an empty name is refused</bdi>. <bdi>It said “Saved”.</bdi> Story r1.1.");
        html.ShouldContain("<b><bdi>Names of the world</bdi></b>");
    }

    [Fact]
    public async Task Nothing_of_it_changes_what_the_run_says()
    {
        var (with, without) = (await JsonAsync(Run(Profile())), await JsonAsync(SmallRun.Make()));

        without.TryGetProperty("application", out _).ShouldBeFalse();
        foreach (var part in new[] { "verdict", "health", "totals", "gates", "cases" })
        {
            with.GetProperty(part).ToString().ShouldBe(without.GetProperty(part).ToString());
        }

        (await SmallRun.Make().TextAsync("report.html")).ShouldNotContain("id=\"stories\"");
    }

    [Fact]
    public async Task Words_of_a_model_are_text_and_a_report_with_them_is_valid()
    {
        const string Hostile = "</bdi><script>window.pwned = 1</script><img src=x onerror=pwned()> {{Report}}";
        var application = Profile() with
        {
            Domain = Hostile,
            Summary = Hostile,
            Model = Hostile,
            Requirements = [new("r1", Hostile, Hostile, "flow1", ["p1"], [], [new("r1.1", Hostile, Hostile, Hostile, [Hostile], ["p1"], [], ["save"])])],
            Charters = [new("charter1", Hostile, Hostile, "flow1", ["p1"])],
            Questions = [new(Hostile, "r1.1", Hostile, Hostile, ["p1"])],
        };
        var run = Run(application);

        var html = await run.TextAsync("report.html");
        var json = await run.TextAsync("report.json");

        html.ShouldContain("&lt;script&gt;window.pwned");
        html.ShouldNotContain("<img src=x");
        html.ShouldNotContain("<script>window.pwned");
        (await JsonSchema.FromJsonAsync(ReportSchema.Text(), TestContext.Current.CancellationToken)).Validate(json).Select(e => e.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_that_came_without_it_is_reported_without_it()
    {
        var run = SmallRun.Make();
        run.Plan = run.Plan! with { Application = new(ArtifactKinds.Application, new string('c', 64), 12) };

        (await JsonAsync(run)).TryGetProperty("application", out _).ShouldBeFalse();
        run.Warnings.ShouldContain("artifact.missing");
    }

    private static ReportRun Run(ApplicationModel application)
    {
        var run = SmallRun.Make();
        run.Plan = run.Plan! with { Application = run.Store.PutJson(ArtifactKinds.Application, application) };
        return run;
    }

    private static ApplicationModel Profile() => new()
    {
        Target = new("https://shop.example/"),
        Model = "claude-sonnet-5-5",
        Domain = "Profiles",
        Summary = "Members keep their names.",
        Personas = [new("persona1", "Member", "to be known")],
        Flows = [new("flow1", "Change the name", "It is what they come for.", "persona1", ["p1"])],
        Requirements =
        [
            new("r1", "A name can be changed", "What is saved is kept.", "flow1", ["p1"], ["p1.e1"],
            [
                new("r1.1", "a member", "to save my name", "others know me", ["The name is still there"], ["p1"], ["p1.e1"], ["save", "gone", "open"]),
                new("r1.2", "a member", "to see my name", "I can trust it", ["The name is shown", "It is shown once"], ["p1"], [], []),
            ]),
        ],
        Charters = [new("charter1", "Names of the world", "Try names of many languages.", "flow1", ["p1"])],
        Questions = [new("An empty name is refused", "r1.1", "an empty name is refused", "It said “Saved”.", ["p1"])],
    };

    private static async Task<JsonElement> JsonAsync(ReportRun run) => JsonDocument.Parse(await run.TextAsync("report.json")).RootElement;
}
