using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Schedules;

public sealed class SchedulesTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static readonly DateTimeOffset Start = new(2030, 3, 30, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_schedule_starts_runs_at_its_times(bool postgreSql)
    {
        var clock = new FakeTimeProvider(Start);
        await using var server = await StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), clock);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        var made = await MakeAsync(server, project, "0 3 * * *", "Europe/Berlin", new { maxPages = 9 });

        // Clocks go forward on 31 March, between two and three: three o'clock is one hour after midnight by UTC.
        made.GetProperty("nextAt").GetDateTimeOffset().ShouldBe(new(2030, 3, 31, 1, 0, 0, TimeSpan.Zero));
        clock.SetUtcNow(Start.AddHours(14));
        var path = $"/api/v1/projects/{project}/schedules/{made.Id()}";
        await server.UntilAsync(async () => (await server.GetAsync(path)).GetProperty("lastRunId").ValueKind == JsonValueKind.String, () => clock.Advance(TimeSpan.FromSeconds(1)));

        var state = await server.GetAsync(path);
        var run = await server.GetAsync($"/api/v1/runs/{state.Id("lastRunId")}");
        run.Id("scheduleId").ShouldBe(made.Id());
        state.GetProperty("lastAt").GetDateTimeOffset().ShouldBe(new(2030, 3, 31, 1, 0, 0, TimeSpan.Zero));
        state.GetProperty("nextAt").GetDateTimeOffset().ShouldBe(new(2030, 4, 1, 1, 0, 0, TimeSpan.Zero));
        (await server.GetAsync($"/api/v1/projects/{project}/runs?scheduleId={made.Id()}")).Items().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Times_that_passed_unseen_are_made_up_for_by_one_run()
    {
        var clock = new FakeTimeProvider(Start);
        await using var server = await StartAsync(new(), clock);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        var made = await MakeAsync(server, project, "0 * * * *", "UTC");

        clock.SetUtcNow(Start.AddDays(3).AddMinutes(1));
        var path = $"/api/v1/projects/{project}/schedules/{made.Id()}";
        await server.UntilAsync(async () => (await server.GetAsync(path)).GetProperty("lastAt").ValueKind == JsonValueKind.String, () => clock.Advance(TimeSpan.FromSeconds(1)));

        (await server.GetAsync($"/api/v1/projects/{project}/runs")).Items().Length.ShouldBe(1);
        (await server.GetAsync(path)).GetProperty("nextAt").GetDateTimeOffset().ShouldBe(Start.AddDays(3).AddHours(1));
    }

    [Fact]
    public async Task Several_servers_start_one_run_for_one_time()
    {
        var clock = new FakeTimeProvider(Start);
        var settings = await postgres.NewAsync(Token);
        await using var first = await StartAsync(settings, clock);
        await using var second = await StartAsync(settings, clock);
        await using var third = await StartAsync(settings, clock);
        var project = (await first.ProjectAsync(Url)).GetProperty("project").Id();
        var schedules = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            schedules.Add((await MakeAsync(first, project, "30 12 * * *", "UTC")).Id());
        }

        clock.SetUtcNow(Start.AddMinutes(31));
        await first.UntilAsync(async () => (await first.GetAsync($"/api/v1/projects/{project}/schedules")).Items().All(s => s.GetProperty("lastAt").ValueKind == JsonValueKind.String), () => clock.Advance(TimeSpan.FromSeconds(1)));
        for (var i = 0; i < 20; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await first.GetAsync($"/api/v1/projects/{project}/schedules");
        }

        (await first.GetAsync($"/api/v1/projects/{project}/runs")).Items().Select(r => r.Id("scheduleId")).ShouldBe(schedules, ignoreOrder: true);
    }

    [Fact]
    public async Task A_paused_schedule_has_no_next_time_until_it_is_resumed()
    {
        var clock = new FakeTimeProvider(Start);
        await using var server = await StartAsync(new(), clock);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        var made = await MakeAsync(server, project, "0 3 * * *", "UTC");
        var path = $"/api/v1/projects/{project}/schedules/{made.Id()}";

        var paused = await server.Client.ChangeAsync("PUT", path, new { name = "nightly", cron = "0 3 * * *", paused = true }, "\"1\"").BodyAsync();
        var resumed = await server.Client.ChangeAsync("PUT", path, new { name = "nightly", cron = "0 4 * * *" }, "\"2\"").BodyAsync();
        var times = await server.GetAsync($"{path}/times?count=2");
        using var gone = await server.Client.ChangeAsync("DELETE", path, etag: "\"3\"");

        paused.GetProperty("nextAt").ValueKind.ShouldBe(JsonValueKind.Null);
        resumed.GetProperty("nextAt").GetDateTimeOffset().ShouldBe(new(2030, 3, 31, 4, 0, 0, TimeSpan.Zero));
        times.GetProperty("times").GetArrayLength().ShouldBe(2);
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("every day", "UTC")]
    [InlineData("* * * * * *", "UTC")]
    [InlineData("0 3 * * *", "Mars/Olympus")]
    [InlineData("0 3 * * *", "../../etc/passwd")]
    [InlineData("99 3 * * *", "UTC")]
    public async Task Times_that_cannot_be_are_refused(string cron, string zone)
    {
        await using var server = await StartAsync(new(), new FakeTimeProvider(Start));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();

        using var response = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/schedules", new { name = "x", cron, timeZone = zone }, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((400, "request.invalid"));
    }

    private static Task<JsonElement> MakeAsync(ServerRig server, Guid project, string cron, string zone, object? run = null) =>
        server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/schedules", new { name = "nightly", cron, timeZone = zone, run = run ?? new { } }, Token).BodyAsync();

    private static Task<ServerRig> StartAsync(ServerSettings settings, FakeTimeProvider clock) =>
        ServerRig.StartAsync(settings, ScriptedExecutor.Passing, replace: services => services.AddSingleton<TimeProvider>(clock));
}
