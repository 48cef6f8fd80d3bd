using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution;

public sealed class FlakeTests
{
    private static readonly TestCase Home = Plans.Case("home", new StepAction.Navigate("/"), new StepAction.ExpectTitle("Home"));

    [Fact]
    public async Task What_comes_too_late_is_timing()
    {
        var visits = 0;
        await using var rig = await EngineRig.StartAsync(app => app.MapGet("/", () => Html(
            Interlocked.Increment(ref visits) == 1 ? "<title>Wait</title><script>setTimeout(() => document.title = 'Home', 4000)</script>" : "<title>Home</title>")),
            services => services.Configure<ExecutionOptions>(o => (o.CheckTimeoutSeconds, o.LateLookSeconds) = (1, 20)));

        var result = (await RunAsync(rig, new(), Home)).Single();

        (result.Verdict, result.Diagnosis!.Class).ShouldBe((Verdict.Flaky, FailureClass.Timing));
    }

    [Fact]
    public async Task A_server_error_that_is_gone_on_the_second_try_is_the_environment()
    {
        var visits = 0;
        await using var rig = await EngineRig.StartAsync(app => app.MapGet("/", () =>
            Interlocked.Increment(ref visits) == 1 ? Results.Content("<h1>Sorry</h1>", "text/html", statusCode: 503) : Html("<title>Home</title>")), Hurried);

        var result = (await RunAsync(rig, new(), Home)).Single();

        (result.Verdict, result.Diagnosis!.Class).ShouldBe((Verdict.Flaky, FailureClass.Environment));
    }

    [Fact]
    public async Task Data_that_are_there_already_are_named()
    {
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/", (string? name) => Html($"<title>Home</title><form><input name=name aria-label=Name><button>Save</button></form>{(name is null ? "" : "This name is already taken.")}")),
            Hurried);
        var facts = await rig.ReadAsync("/");
        var plan = Plans.Of(
            rig.Url,
            [facts.Element("p1.e1", "Name"), facts.Element("p1.e2", "Save")],
            Plans.Case("save", new StepAction.Navigate("/"), new StepAction.Fill("p1.e1", "Ann"), new StepAction.Click("p1.e2"), new StepAction.ExpectPageText("Saved")));

        var result = (await RunAsync(rig, plan, null)).Single();

        (result.Verdict, result.Diagnosis!.Class).ShouldBe((Verdict.Failed, FailureClass.Data));
    }

    [Fact]
    public async Task Cases_that_get_in_each_others_way_are_found_out()
    {
        // While one visit is being served, another gets a page that is not as expected.
        // Alone, at its second visit, it does not wait for the other.
        var (inside, visits) = (0, 0);
        await using var rig = await EngineRig.StartAsync(
            app =>
            {
                app.MapGet("/slow", async () =>
                {
                    Interlocked.Increment(ref inside);
                    await Task.Delay(3_000);
                    Interlocked.Decrement(ref inside);
                    return Html("<title>Slow</title>");
                });
                app.MapGet("/", async () =>
                {
                    var alone = Interlocked.Increment(ref visits) == 2;
                    for (var waited = 0; !alone && inside == 0 && waited < 10_000; waited += 20)
                    {
                        await Task.Delay(20);
                    }

                    return Html(inside > 0 ? "<title>Busy</title>" : "<title>Home</title>");
                });
            },
            services => Hurried(services.Configure<ExecutionOptions>(o => o.Workers = 2)));
        var slow = Plans.Case("slow", new StepAction.Navigate("/slow"), new StepAction.ExpectTitle("Slow"));

        var results = await RunAsync(rig, new(), slow, Home);

        var home = results.Single(r => r.CaseId == "home");
        (home.Verdict, home.Diagnosis!.Class).ShouldBe((Verdict.Flaky, FailureClass.Flaky));
        home.Diagnosis.Evidence[0].ShouldContain("'slow'");
        home.Attempts.Count.ShouldBe(2);
        home.Attempts[0].Beside.ShouldBe(["slow"]);
        home.Attempts[1].Beside.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_rest_is_not_run_once_one_has_failed()
    {
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/{page}", (string page) => Html($"<title>{page}</title>")),
            services => Hurried(services.Configure<ExecutionOptions>(o => o.Workers = 1)));
        TestCase[] cases = [Expecting("a", "a"), Expecting("b", "other"), Expecting("c", "c"), Expecting("d", "d")];

        var results = await RunAsync(rig, new() { FailuresLeft = 1 }, cases);

        results.Select(r => (r.CaseId, r.Verdict, r.NotRunBecause)).ShouldBe(
        [
            ("a", Verdict.Passed, null),
            ("b", Verdict.Failed, null),
            ("c", Verdict.NotRun, NotRunReason.TooManyFailures),
            ("d", Verdict.NotRun, NotRunReason.TooManyFailures),
        ]);
    }

    [Fact]
    public async Task A_failure_in_quarantine_is_told_and_neither_counts_nor_stops()
    {
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/{page}", (string page) => Html($"<title>{page}</title>")),
            services => Hurried(services.Configure<ExecutionOptions>(o => o.Workers = 1)));
        var known = new Quarantine("known", "ann", new(2030, 1, 31));

        var results = await RunAsync(rig, new() { FailuresLeft = 1, Quarantine = [new("a", known)] }, Expecting("a", "other"), Expecting("b", "b"));

        results.Select(r => (r.CaseId, r.Verdict, r.Quarantine)).ShouldBe([("a", Verdict.Quarantined, known), ("b", Verdict.Passed, null)]);
    }

    private static TestCase Expecting(string path, string title) => Plans.Case(path, new StepAction.Navigate($"/{path}"), new StepAction.ExpectTitle(title));

    private static IResult Html(string html) => Results.Content(html, "text/html");

    // Where nothing comes late, nobody has to wait for it.
    private static void Hurried(IServiceCollection services) => services.Configure<ExecutionOptions>(o => (o.CheckTimeoutSeconds, o.LateLookSeconds) = (0.5, 0));

    private static Task<IReadOnlyList<CaseResult>> RunAsync(EngineRig rig, Options options, params TestCase[] cases) =>
        RunAsync(rig, Plans.Of(rig.Url, [], cases), options);

    private static async Task<IReadOnlyList<CaseResult>> RunAsync(EngineRig rig, TestPlan plan, Options? options)
    {
        var output = await rig.RunAsync(Stages.Execute, new(
            Guid.Empty,
            await rig.StoreAsync(ArtifactKinds.TestPlan, plan),
            [.. plan.Cases.Select(c => c.Id)],
            [],
            new(),
            ExecutionBackends.InProcess,
            null,
            options?.FailuresLeft,
            Quarantine: options?.Quarantine));
        return (await rig.LoadAsync<RunResults>(output.Results)).Cases;
    }

    private sealed record Options
    {
        public int? FailuresLeft { get; init; }

        public IReadOnlyList<QuarantinedCase> Quarantine { get; init; } = [];
    }
}
