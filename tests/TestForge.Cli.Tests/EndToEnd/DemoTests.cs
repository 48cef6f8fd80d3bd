using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.EndToEnd;

/// <summary>What somebody sees who has just begun.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_leaves_everything_a_team_needs()
    {
        using var cli = new RealCli();

        var exit = await cli.RunAsync("demo", "--out", "o", "--max-pages", "12", "--max-tests", "30", "--script", "both");

        exit.ShouldBe(0, cli.Output + cli.Error);
        cli.Output.ShouldContain("First generated test passed");
        string[] files = ["report.html", "report.pdf", "report.json", "junit.xml", "site-map.json", "test-plan.json", "results.json", "scripts/typescript/package.json", "scripts/csharp/EndToEndTests.csproj"];
        files.Where(f => !File.Exists(cli.In("o", f))).ShouldBeEmpty();
        Directory.GetFiles(cli.In("o", "features"), "*.feature").ShouldNotBeEmpty();
        var results = Read<RunResults>(cli, "results.json");
        results.Cases.Count.ShouldBe(30);
        results.Cases.ShouldAllBe(c => c.Verdict == Verdict.Passed);
        Read<TestPlan>(cli, "test-plan.json").Findings.ShouldContain(f => f.Category == FindingCategory.BrokenLink);
        File.ReadAllText(cli.In("o", "report.html")).ShouldNotContain("<script src");
    }

    private static T Read<T>(RealCli cli, string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(cli.In("o", file)), ArtifactJson.Compact)!;
}
