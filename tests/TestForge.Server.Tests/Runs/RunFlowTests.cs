using System.Net;
using System.Net.Http.Json;
using TestForge.Pipeline;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Runs;

/// <summary>What the platform does around a run, with the engine's part scripted.</summary>
public sealed class RunFlowTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_goes_from_queued_to_passed_and_tells_it(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(await SettingsAsync(postgreSql), ScriptedExecutor.Passing);
        var run = await server.RunAsync(await ProjectAsync(server));

        var events = await server.EventsAsync(run);

        events.Select(e => e.Kind).ShouldBe(["run-queued", "run-started", "stage-started", "run-finished"]);
        events.Select(e => e.Id).ShouldBe([1, 2, 3, 4]);
        events[^1].Data.GetProperty("status").GetString().ShouldBe("passed");
        var state = await server.GetAsync($"/api/v1/runs/{run}");
        state.GetProperty("status").GetString().ShouldBe("passed");
        state.GetProperty("summary").GetProperty("passed").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_last_event_that_was_heard()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var run = await server.RunAsync(await ProjectAsync(server));
        var first = await server.EventsAsync(run, most: 2);

        var rest = await server.EventsAsync(run, after: first[^1].Id);

        first.Concat(rest).Select(e => e.Id).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task A_run_that_is_told_to_stop_ends_as_cancelled()
    {
        await using var server = await ServerRig.StartAsync(new(), new ScriptedExecutor(async (order, _, finish, _) =>
        {
            await Task.Delay(Timeout.Infinite, finish).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return ScriptedExecutor.Outcome(order, interrupted: true);
        }));
        var run = await server.RunAsync(await ProjectAsync(server));
        await server.EventsAsync(run, most: 2);

        using var cancel = await server.Client.PostAsync($"/api/v1/runs/{run}/cancel", null, Token);
        var events = await server.EventsAsync(run);
        using var again = await server.Client.PostAsync($"/api/v1/runs/{run}/cancel", null, Token);

        cancel.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        events[^1].Data.GetProperty("status").GetString().ShouldBe("cancelled");
        (await ProjectsTests.ProblemAsync(again)).ShouldBe((409, "run.already_finished"));
    }

    [Fact]
    public async Task A_failure_with_a_name_and_a_bug_both_end_the_run_and_nothing_else()
    {
        var calls = 0;
        await using var server = await ServerRig.StartAsync(new(), new ScriptedExecutor((order, _, _, _) => Interlocked.Increment(ref calls) switch
        {
            1 => throw new StageException("browser.not_found", "There is no Chromium.", retryable: false),
            2 => throw new InvalidOperationException("secret detail"),
            _ => Task.FromResult(ScriptedExecutor.Outcome(order)),
        }));
        var project = await ProjectAsync(server);

        var ends = new List<(string?, string?)>();
        for (var i = 0; i < 3; i++)
        {
            var run = await server.RunAsync(project);
            await server.EventsAsync(run);
            var state = await server.GetAsync($"/api/v1/runs/{run}");
            ends.Add((state.GetProperty("status").GetString(), state.GetProperty("errorCode").GetString()));
            state.ToString().ShouldNotContain("secret detail");
        }

        ends.ShouldBe([("broken", "browser.not_found"), ("broken", "run.unexpected"), ("passed", null)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_the_servers_end_interrupted_goes_on_at_the_next_start(bool postgreSql)
    {
        var settings = await SettingsAsync(postgreSql);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inputs = new List<RunInput>();
        Guid run;
        string key, folder;
        await using (var first = await ServerRig.StartAsync(settings, new ScriptedExecutor(async (order, _, _, abandon) =>
        {
            inputs.Add(order.Input);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, abandon);
            throw new InvalidOperationException("never");
        }), folder: Directory.CreateTempSubdirectory("testforge-server-").FullName))
        {
            (key, folder) = (first.FirstKey!, first.Folder);
            run = await first.RunAsync(await ProjectAsync(first));
            await begun.Task.WaitAsync(Token);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await first.StopAsync();
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        }

        await using var second = await ServerRig.StartAsync(settings, new ScriptedExecutor((order, _, _, _) =>
        {
            inputs.Add(order.Input);
            return Task.FromResult(ScriptedExecutor.Outcome(order));
        }), folder);
        second.FirstKey.ShouldBeNull();
        second.Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var events = await second.EventsAsync(run);

        events.Select(e => e.Kind).ShouldBe(["run-queued", "run-started", "run-resumed", "run-finished"]);
        System.Text.Json.JsonSerializer.Serialize(inputs[1]).ShouldBe(System.Text.Json.JsonSerializer.Serialize(inputs[0]));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_tenant_cannot_fill_the_queue_without_bound()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, adapt: s => s with { Parallel = 0 });
        var project = await ProjectAsync(server);
        for (var i = 0; i < 50; i++)
        {
            await server.RunAsync(project);
        }

        using var one = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/runs", new { }, Token);

        (await ProjectsTests.ProblemAsync(one)).ShouldBe((429, "run.queue_full"));
        one.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("maxPages", 0)]
    [InlineData("maxTests", 10_001)]
    [InlineData("maxDepth", -1)]
    public async Task Limits_outside_the_range_are_refused_by_name(string field, int value)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var project = await ProjectAsync(server);

        using var response = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/runs", new Dictionary<string, int> { [field] = value }, Token);

        (await response.Content.ReadAsStringAsync(Token)).ShouldContain($"\"{field}\"");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Health_tells_live_and_ready_without_a_key()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        using var nobody = server.ClientWith(null);

        (await nobody.GetStringAsync("/health/live", Token)).ShouldContain("live");
        (await nobody.GetStringAsync("/health/ready", Token)).ShouldContain("ready");
    }

    private static async Task<Guid> ProjectAsync(ServerRig server) => (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();

    private async Task<ServerSettings> SettingsAsync(bool postgreSql) => postgreSql ? await postgres.NewAsync(Token) : new();
}
