using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Commands;

public sealed class StageCommandsTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Each_stage_works_on_the_files_of_the_one_before()
    {
        (await _cli.RunAsync("discover", "shop.example", "--out", "o")).ShouldBe(0);
        _cli.Output.ShouldContain("DONE  https://shop.example/  2 pages found");
        (await _cli.RunAsync("design", "--out", "o")).ShouldBe(0);
        (await _cli.RunAsync("script", "--out", "o")).ShouldBe(0);
        (await _cli.RunAsync("execute", "--out", "o")).ShouldBe(0);
        _cli.Output.ShouldContain("1 test: 1 passed");
        (await _cli.RunAsync("report", "--out", "o")).ShouldBe(0);

        foreach (var name in new[] { "site-map.json", "test-plan.json", "scripts/typescript/package.json", "results.json", "report.html" })
        {
            File.Exists(_cli.In("o", name)).ShouldBeTrue(name);
        }
    }

    [Fact]
    public async Task Scripts_go_where_a_team_keeps_them_and_edits_stay()
    {
        await _cli.RunAsync("discover", "shop.example", "--out", "o");
        await _cli.RunAsync("design", "--out", "o");
        (await _cli.RunAsync("script", "--out", "o", "--scripts-to", "e2e")).ShouldBe(0);
        _cli.Output.ShouldContain($"Scripts  {_cli.In("e2e")}: files 1 written");
        _cli.Write("e2e/package.json", "{ \"private\": true }");

        (await _cli.RunAsync("script", "--out", "o", "--scripts-to", "e2e")).ShouldBe(0);

        File.ReadAllText(_cli.In("e2e", "package.json")).ShouldBe("{ \"private\": true }");
        _cli.Output.ShouldContain("files 1 kept as you left it");
        Directory.Exists(_cli.In("o", "scripts")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_with_other_things_is_no_place_for_scripts()
    {
        Directory.CreateDirectory(_cli.In("src"));
        _cli.Write("src/app.ts", "");

        (await _cli.RunAsync("run", "shop.example", "--out", "o", "--scripts-to", "src")).ShouldBe(2);

        _cli.Error.ShouldStartWith("error output.not_empty: ");
        Directory.Exists(_cli.In("o")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("design", "site-map.json")]
    [InlineData("script", "test-plan.json")]
    [InlineData("execute", "test-plan.json")]
    [InlineData("report", "test-plan.json")]
    public async Task A_missing_file_is_named_with_the_command_that_makes_it(string command, string file)
    {
        Directory.CreateDirectory(_cli.In("o"));

        (await _cli.RunAsync(command, "--out", "o")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error stage.input_missing: ");
        _cli.Error.ShouldContain(file);
    }

    [Theory]
    [InlineData("--out", "nowhere")]
    [InlineData("--seed", "1")]
    public async Task A_stage_needs_the_folder_of_the_one_before(string option, string value)
    {
        (await _cli.RunAsync("design", option, value)).ShouldBe(2);
        _cli.Error.ShouldStartWith("error usage.missing_out: ");
    }

    [Fact]
    public async Task A_file_from_the_future_is_refused()
    {
        Directory.CreateDirectory(_cli.In("o"));
        _cli.Write("o/site-map.json", """{ "version": 99 }""");

        (await _cli.RunAsync("design", "--out", "o")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error artifact.from_future: ");
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        Directory.CreateDirectory(_cli.In("o"));
        _cli.Write("o/site-map.json", "{");

        (await _cli.RunAsync("design", "--out", "o")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error artifact.invalid: ");
    }

    [Fact]
    public async Task A_stage_remembers_what_the_one_before_was_told()
    {
        await _cli.RunAsync("discover", "shop.example", "--out", "o", "--seed", "5", "--allow-destructive");
        await _cli.RunAsync("design", "--out", "o", "--max-tests", "4");

        var input = _cli.Stages.Inputs.OfType<DesignInput>().Single();
        (input.Seed, input.MaxTests, input.AllowDestructive).ShouldBe((5, 4, true));
    }

    [Fact]
    public async Task Failing_tests_are_the_exit_code_of_execute()
    {
        await _cli.RunAsync("discover", "shop.example", "--out", "o");
        await _cli.RunAsync("design", "--out", "o");
        _cli.Stages.Verdict = Verdict.Failed;

        (await _cli.RunAsync("execute", "--out", "o")).ShouldBe(1);
        _cli.Output.ShouldContain("failed: Home [red]opens[/]: blank");
    }

    [Fact]
    public async Task The_playwright_backend_gets_the_scripts_that_are_on_disk()
    {
        await _cli.RunAsync("discover", "shop.example", "--out", "o");
        await _cli.RunAsync("design", "--out", "o");
        (await _cli.RunAsync("execute", "--out", "o", "--backend", "playwright")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error stage.input_missing: ");
        await _cli.RunAsync("script", "--out", "o");

        (await _cli.RunAsync("execute", "--out", "o", "--backend", "playwright")).ShouldBe(0);
        _cli.Stages.Inputs.OfType<ExecuteInput>().Single().Scripts!.Kind.ShouldBe(ArtifactKinds.ScriptProject);
    }
}
