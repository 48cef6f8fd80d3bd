namespace TestForge.Cli.Tests.Commands;

public sealed class HealCommandTests
{
    private const string Report = """
        {
          "config": { "configFile": "/ci/e2e/playwright.config.ts", "rootDir": "/ci/e2e" },
          "suites": [{ "title": "a.spec.ts", "file": "a.spec.ts", "specs": [{ "title": "counts", "file": "a.spec.ts", "line": 3, "tests": [{ "projectName": "", "status": "STATUS", "results": [
            { "status": "failed", "errors": [{ "message": "Error: expect(received).toBe(expected)\n\u001b[2J" }], "attachments": [] }] }] }] }]
        }
        """;

    [Fact]
    public async Task Says_what_it_needs()
    {
        using var cli = new CliHarness();

        (await cli.RunAsync("heal")).ShouldBe(ExitCodes.Usage);
        cli.Error.ShouldStartWith("error usage.missing_file: Say what the suite's run has left, with --results FILE.");
        (await cli.RunAsync("heal", "--results", "gone.json", "--project", "gone")).ShouldBe(ExitCodes.Usage);
        cli.Error.ShouldContain("Name the suite's folder with --project.");
    }

    [Fact]
    public async Task A_failure_of_another_kind_is_told_without_running_anything()
    {
        using var cli = new CliHarness();
        cli.Write("results.json", Report.Replace("STATUS", "unexpected", StringComparison.Ordinal));

        (await cli.RunAsync("heal", "--results", "results.json", "--out", "out")).ShouldBe(ExitCodes.Failed);

        cli.Output.ShouldContain("1 failed test: 1 not a locator");
        cli.Output.ShouldContain("a.spec.ts:3 counts: it failed for another reason: Error: expect(received).toBe(expected)");
        cli.Output.ShouldNotContain("\u001b");
        File.ReadAllText(cli.In("out", "heal.json")).ShouldContain("\"not-drift\"");
        File.ReadAllText(cli.In("out", "heal.patch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_failed_test_there_is_nothing_to_do()
    {
        using var cli = new CliHarness();
        cli.Write("results.json", Report.Replace("STATUS", "expected", StringComparison.Ordinal));

        (await cli.RunAsync("heal", "--results", "results.json", "--out", "out")).ShouldBe(ExitCodes.Passed);
        cli.Output.ShouldContain("no test failed");
    }
}
