using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Limits;
using TestForge.Server.Tests.Api;
using TestForge.Server.Tests.Retention;
using TestForge.Server.Tests.Webhooks;
using TestForge.TestKit.Databases;

namespace TestForge.Server.Tests.Robust;

/// <summary>Real servers are killed and started again while there is work.</summary>
public sealed class OutageTests
{
    private const string Url = "http://127.0.0.1:1/";
    private const int Runs = 4;
    private const int EventsOfRun = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgreSQL_is_killed_and_comes_back_and_no_run_event_audit_line_or_delivery_is_lost()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null && !Available.Required, PostgresServer.WhyNot ?? "");
        await using var postgres = await PostgresServer.StartAsync(Token, survives: true);
        var settings = PostgresFixture.SettingsOf(postgres, await PostgresFixture.MigratedAsync(postgres, Token)) with { Parallel = Runs };
        await using var receiver = await Receiver.StartAsync();
        var (half, back) = (new CountdownEvent(Runs), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var server = await ServerRig.StartAsync(settings, new ScriptedExecutor((order, events, _, abandon) => WorkAsync(order, events, half, back.Task, abandon)), adapt: s => s with { Parallel = Runs }, replace: s => s.Configure<Platform.Runs.RunOptions>(o => o.ParallelPerTenant = Runs));
        using var hook = await server.Client.PostAsJsonAsync("/api/v1/webhooks", new { url = receiver.Url }, Token);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();
        var runs = new List<Guid>();
        for (var i = 0; i < Runs; i++)
        {
            runs.Add(await server.RunAsync(project));
        }

        await Task.Run(() => half.Wait(Token), Token);
        var made = new ConcurrentBag<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = WriteAsync(server, made, stop.Token);
        await OldRows.WaitAsync(() => Task.FromResult(made.Count >= 3));

        postgres.Kill();
        await OldRows.WaitAsync(async () => await StatusAsync(server, "/health/ready") == HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(server, "/health/live")).ShouldBe(HttpStatusCode.OK);
        using var refused = await server.Client.GetAsync("/api/v1/projects", Token);
        (await ProjectsTests.ProblemAsync(refused)).ShouldBe((503, "database.unreachable"));
        refused.Headers.RetryAfter.ShouldNotBeNull();

        // The runs go on and end while the database is away.
        back.SetResult();
        await postgres.RestartAsync(Token);
        await OldRows.WaitAsync(async () => await StatusAsync(server, "/health/ready") == HttpStatusCode.OK);
        var before = made.Count;
        await OldRows.WaitAsync(() => Task.FromResult(made.Count > before));
        await stop.CancelAsync();
        await writing;

        foreach (var run in runs)
        {
            await OldRows.WaitAsync(async () => (await server.GetAsync($"/api/v1/runs/{run}")).GetProperty("status").GetString() == "passed");
            var events = await server.EventsAsync(run);
            events.Select(e => e.Id).ShouldBe(Enumerable.Range(1, events.Count).Select(i => (long)i));
            events.Where(e => e.Kind == "stage-started").Select(e => e.Data.GetProperty("stage").GetString()).ShouldBe(Enumerable.Range(0, EventsOfRun).Select(i => $"s{i}"));
            events.Count(e => e.Kind == "run-finished").ShouldBe(1);
        }

        var told = (await receiver.WaitAsync(Runs)).Select(m => JsonDocument.Parse(m.Body).RootElement.GetProperty("data").GetProperty("runId").GetGuid()).Distinct().ToArray();
        told.ShouldBe(runs, ignoreOrder: true);
        await InOrderAsync(server, made);
    }

    [Fact]
    public async Task Redis_is_killed_and_comes_back_and_requests_are_answered_and_counted_all_the_while()
    {
        Assert.SkipWhen(RedisServer.WhyNot is not null && !Available.Required, RedisServer.WhyNot ?? "");
        var first = await RedisServer.StartAsync(port: 0, Token);
        var port = int.Parse(first.Connection.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        await using var server = await ServerRig.StartAsync(new() { Redis = first.Connection }, ScriptedExecutor.Passing, replace: s => s.Configure<LimitOptions>(o => (o.PerKey, o.WindowSeconds) = (100_000, 3_600)));
        (await server.Client.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        first.Kill();
        for (var i = 0; i < 5; i++)
        {
            using var response = await server.Client.GetAsync("/api/v1/projects", Token);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.Contains("RateLimit-Remaining").ShouldBeTrue();
        }

        (await StatusAsync(server, "/health/ready")).ShouldBe(HttpStatusCode.OK);
        var run = await server.RunAsync((await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid());
        (await server.EventsAsync(run))[^1].Kind.ShouldBe("run-finished");
        await first.DisposeAsync();
        await using var second = await RedisServer.StartAsync(port, Token);
        await using var look = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(second.Connection);

        await OldRows.WaitAsync(async () =>
        {
            (await server.Client.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
            return (long)await look.GetDatabase().ExecuteAsync("DBSIZE") > 0;
        });
    }

    private static async Task<Platform.Runs.RunOutcome> WorkAsync(Platform.Runs.RunOrder order, IRunEvents events, CountdownEvent half, Task back, CancellationToken abandon)
    {
        for (var i = 0; i < EventsOfRun; i++)
        {
            if (i == EventsOfRun / 2)
            {
                half.Signal();
                await back.WaitAsync(abandon);
            }

            events.Publish(new RunEvent.StageStarted($"s{i}"));
        }

        return ScriptedExecutor.Outcome(order);
    }

    /// <summary>Makes projects one after the other and notes those that the server says it has made.</summary>
    private static async Task WriteAsync(ServerRig server, ConcurrentBag<string> made, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            try
            {
                using var response = await server.Client.PostAsJsonAsync("/api/v1/projects", new { name = $"P{i}", baseUrl = Url }, stop);
                if (response.StatusCode == HttpStatusCode.Created)
                {
                    made.Add($"P{i}");
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // Not made, as far as anybody knows.
            }
        }
    }

    private static async Task InOrderAsync(ServerRig server, ConcurrentBag<string> made)
    {
        await foreach (var verdict in server.Services.GetRequiredService<AuditVerifier>().VerifyAsync(server.FirstTenant(), Token))
        {
            verdict.Trouble.ShouldBeNull();
        }

        var lines = (await server.Client.GetStringAsync("/api/v1/audit/export?action=CreateProject", Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)
            .Where(l => l.GetProperty("subject").GetString() == "project").Select(l => l.GetProperty("after").GetProperty("name").GetString()!).ToArray();
        made.Except(lines).ShouldBeEmpty("what was answered is in the log");
        lines.ShouldBeUnique();
    }

    private static async Task<HttpStatusCode> StatusAsync(ServerRig server, string path)
    {
        using var response = await server.Client.GetAsync(path, Token);
        return response.StatusCode;
    }
}
