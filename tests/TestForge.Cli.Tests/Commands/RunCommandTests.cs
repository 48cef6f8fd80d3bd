using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_run_leaves_its_files_and_says_where_the_report_is()
    {
        (await _cli.RunAsync("run", "shop.example", "--out", "o")).ShouldBe(0);

        File.Exists(_cli.In("o", "report.html")).ShouldBeTrue();
        _cli.Output.ShouldContain("PASSED  https://shop.example/  2 pages, 1 test: 1 passed, health 90 of 100");
        _cli.Output.ShouldContain("Findings  1 serious");
        _cli.Output.ShouldContain("First generated test passed");
        _cli.Output.ShouldContain($"Report  {_cli.In("o", "report.html")}");
        _cli.Error.ShouldBe("");
    }

    [Theory]
    [InlineData(Verdict.Passed, 0)]
    [InlineData(Verdict.Healed, 0)]
    [InlineData(Verdict.Failed, 1)]
    public async Task The_exit_code_is_the_verdict(Verdict verdict, int exitCode)
    {
        _cli.Stages.Verdict = verdict;
        (await _cli.RunAsync("run", "shop.example")).ShouldBe(exitCode);
    }

    [Fact]
    public async Task An_unreachable_target_is_the_environments_fault()
    {
        _cli.Stages.Pages = 0;

        (await _cli.RunAsync("run", "shop.example")).ShouldBe(3);
        _cli.Error.ShouldBe("error target.unreachable: nobody home\n");
    }

    [Fact]
    public async Task A_stage_that_fails_ends_with_its_code()
    {
        _cli.Stages.Failing = "design";

        (await _cli.RunAsync("run", "shop.example", "--json")).ShouldBe(3);
        _cli.Error.ShouldStartWith("error browser.not_found: No Chromium.\nKept: ");
        var last = _cli.Json[^1];
        last.GetProperty("event").GetString().ShouldBe("run-finished");
        last.GetProperty("error").GetProperty("code").GetString().ShouldBe("browser.not_found");
        last.GetProperty("exitCode").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Json_ends_with_the_summary_and_the_files()
    {
        await _cli.RunAsync("run", "shop.example", "--json", "--out", "o");

        _cli.Json.ShouldAllBe(l => l.GetProperty("time").GetString()!.EndsWith('Z'));
        _cli.Json[0].GetProperty("event").GetString().ShouldBe("stage-started");
        var last = _cli.Json[^1];
        last.GetProperty("event").GetString().ShouldBe("run-finished");
        last.GetProperty("summary").GetProperty("passed").GetInt32().ShouldBe(1);
        last.GetProperty("files").GetProperty("report.html").GetString().ShouldBe(_cli.In("o", "report.html"));
    }

    [Fact]
    public async Task Quiet_prints_the_result_only()
    {
        await _cli.RunAsync("run", "shop.example", "--quiet", "--out", "o");

        _cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        _cli.Output.ShouldStartWith("PASSED");
    }

    [Fact]
    public async Task Flags_win_over_the_file_of_the_working_folder()
    {
        _cli.Write("testforge.json", """{ "url": "file.example", "maxPages": 3, "seed": 8 }""");
        await _cli.RunAsync("run", "--seed", "9");

        var input = _cli.Stages.Inputs.OfType<DiscoverInput>().Single();
        (input.Target.Host, input.Limits.MaxPages, input.Seed).ShouldBe(("file.example", 3, 9));
    }

    [Fact]
    public async Task Resuming_repeats_no_finished_stage_and_asks_nothing_again()
    {
        _cli.Stages.Failing = "execute";
        await _cli.RunAsync("run", "shop.example", "--out", "o", "--seed", "7");
        _cli.Stages.Failing = null;

        (await _cli.RunAsync("run", "--resume", "o")).ShouldBe(0);
        _cli.Stages.Inputs.Select(i => i.GetType()).ShouldBe([typeof(ExecuteInput), typeof(ReportInput)]);
        _cli.Output.ShouldContain("discover: done before, taken from the journal");
    }

    [Fact]
    public async Task A_new_run_in_an_old_folder_starts_anew()
    {
        await _cli.RunAsync("run", "shop.example", "--out", "o");
        await _cli.RunAsync("run", "shop.example", "--out", "o");

        _cli.Stages.Inputs.OfType<DiscoverInput>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--max-pages", "3")]
    [InlineData("--out", "p")]
    [InlineData("other.example", "--quiet")]
    public async Task Resuming_refuses_to_change_the_run(string first, string second)
    {
        await _cli.RunAsync("run", "shop.example", "--out", "o");

        (await _cli.RunAsync("run", "--resume", "o", first, second)).ShouldBe(2);
        _cli.Error.ShouldStartWith("error usage.resume_conflict: ");
    }

    [Fact]
    public async Task The_secrets_of_a_login_are_in_no_file()
    {
        _cli.Variables["SHOP_PASSWORD"] = "hunter2-very-secret";
        _cli.Write("login.json", """
            { "url": "/in", "success": { "url": "/" },
              "steps": [{ "do": "fill", "locator": { "kind": "label", "value": "Password" }, "value": "${env:SHOP_PASSWORD}" }] }
            """);
        (await _cli.RunAsync("run", "shop.example", "--out", "o", "--login", "login.json")).ShouldBe(0);

        foreach (var file in Directory.EnumerateFiles(_cli.In("o"), "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("hunter2");
        }

        _cli.Variables.Clear();
        (await _cli.RunAsync("run", "--resume", "o")).ShouldBe(2);
        _cli.Error.ShouldContain("SHOP_PASSWORD");
    }

    [Fact]
    public async Task A_storage_state_that_is_none_is_refused_before_anything_starts()
    {
        _cli.Write("state.json", "{}");

        (await _cli.RunAsync("run", "shop.example", "--storage-state", "state.json")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error config.invalid_storage_state: ");
        _cli.Stages.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_demo_runs_on_the_sample_application()
    {
        (await _cli.RunAsync("demo", "--out", "o")).ShouldBe(0);

        _cli.Stages.Inputs.OfType<DiscoverInput>().Single().Target.IsLoopback.ShouldBeTrue();
    }
}
