using System.Text.Json;
using TestForge.Cli.Tests.Commands;
using TestForge.Cli.Tests.EndToEnd;
using TestForge.Pipeline;
using TestForge.TestKit;
using TestForge.TestKit.Agents;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Cli.Tests.Claude;

/// <summary>Design with the language model, from the command line to the files.</summary>
public sealed class AgentCommandTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task How_much_is_asked_is_said_by_a_flag_and_by_the_file()
    {
        (await LimitsAsync("run", "shop.example", "--out", "a")).ShouldBe(new AgentLimits());
        (await LimitsAsync("run", "shop.example", "--out", "b", "--agent-cases", "7")).ShouldBe(new AgentLimits(MaxCases: 7));
        (await LimitsAsync("design", "--out", "b")).ShouldBe(new AgentLimits(MaxCases: 7), "The folder remembers what its run was told.");

        _cli.Write("testforge.json", """{ "agents": { "maxPages": 3, "maxFlows": 2, "maxCases": 5 } }""");
        (await LimitsAsync("run", "shop.example", "--out", "c")).ShouldBe(new AgentLimits(3, 2, 5));
        (await LimitsAsync("design", "--out", "c", "--agent-cases", "0")).ShouldBe(new AgentLimits(3, 2, 0));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("few")]
    public async Task A_number_out_of_bounds_is_refused(string cases)
    {
        (await _cli.RunAsync("run", "shop.example", "--agent-cases", cases)).ShouldBe(2);

        _cli.Error.ShouldContain("--agent-cases");
        _cli.Error.ShouldContain("from 0 to 1000");
    }

    [Theory]
    [InlineData("""{ "agents": { "maxPages": 0 } }""", "'agents.maxPages'")]
    [InlineData("""{ "agents": { "maxFlows": 13 } }""", "'agents.maxFlows'")]
    [InlineData("""{ "agents": { "cases": 3 } }""", "'agents.cases'")]
    public async Task A_fault_in_the_file_is_named(string json, string named)
    {
        _cli.Write("testforge.json", json);

        (await _cli.RunAsync("run", "shop.example")).ShouldBe(2);

        _cli.Error.ShouldContain(named);
    }

    [Fact]
    public async Task What_was_learnt_is_a_file_that_goes_with_its_plan()
    {
        _cli.Stages.Application = new() { Target = new("https://shop.example/"), Model = "claude-sonnet-5-5", Domain = "Shop" };
        (await _cli.RunAsync("run", "shop.example", "--out", "o", "--json")).ShouldBe(0, _cli.Error);

        Read<ApplicationModel>(_cli.In("o", "application.json")).Domain.ShouldBe("Shop");
        _cli.Json[^1].GetProperty("files").GetProperty("application.json").GetString().ShouldBe(_cli.In("o", "application.json"));

        // A plan of rules alone is of another application than the file would say.
        _cli.Stages.Application = null;
        (await _cli.RunAsync("design", "--out", "o")).ShouldBe(0, _cli.Error);
        File.Exists(_cli.In("o", "application.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_with_a_key_designs_proves_runs_and_reports_a_case_of_the_model()
    {
        await using var fake = await FakeClaudeServer.StartAsync();
        var model = new ScriptedAgents(Idea.Book("Fifteen days are refused", "15", "refuses"));
        fake.When(b => b.Contains("You write for the report of an automated test run", StringComparison.Ordinal), _ => FakeReply.Refusal("cyber"));
        fake.When(_ => true, model.Answer);
        await using var site = await SiteHost.StartAsync(new ToolLibrary().Map);
        using var cli = new RealCli();
        cli.Variables["ANTHROPIC_API_KEY"] = FakeClaudeServer.Key;
        cli.Variables["ANTHROPIC_BASE_URL"] = fake.Url.AbsoluteUri;

        (await cli.RunAsync("run", site.Url.AbsoluteUri, "--out", "o", "--max-tests", "12", "--agent-cases", "1")).ShouldBe(0, cli.Output + cli.Error);

        var application = Read<ApplicationModel>(cli.In("o", "application.json"));
        var story = application.Requirements.ShouldHaveSingleItem().Stories.ShouldHaveSingleItem();
        var id = story.CaseIds.ShouldHaveSingleItem();
        Read<TestPlan>(cli.In("o", "test-plan.json")).Cases.Single(c => c.Id == id).Technique.ShouldBe("agent");
        Read<RunResults>(cli.In("o", "results.json")).Cases.Single(c => c.CaseId == id).Verdict.ShouldBe(Verdict.Passed);
        File.ReadAllText(cli.In("o", "report.html")).ShouldContain("Passed: <bdi>Fifteen days are refused</bdi></td>");
        cli.Output.ShouldContain($"Language model  claude-sonnet-5-5: {fake.Messages.Count()} calls for ");
        var spending = JsonDocument.Parse(File.ReadAllText(cli.In("o", "report.json"))).RootElement.GetProperty("spending");
        spending.GetProperty("purposes").EnumerateArray().Select(p => (p.GetProperty("purpose").GetString(), p.GetProperty("subjects").GetInt32())).ShouldContain(("case", 1));
    }

    private static T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(path), ArtifactJson.Indented)!;

    private async Task<AgentLimits?> LimitsAsync(params string[] arguments)
    {
        (await _cli.RunAsync(arguments)).ShouldBe(0, _cli.Error);
        return _cli.Stages.Inputs.OfType<DesignInput>().Single().Agents;
    }
}
