using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution;

public sealed class ExecuteStageTests
{
    [Fact]
    public async Task A_case_that_holds_passes_at_the_first_attempt()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = "<title>Home</title><h1>Welcome</h1>" });

        var result = await RunOneAsync(rig, [], new StepAction.Navigate("/"), new StepAction.ExpectTitle("Home"), new StepAction.ExpectPageText("Welcome"));

        result.Verdict.ShouldBe(Verdict.Passed);
        result.Attempts.Single().Steps.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_case_that_does_not_hold_fails_twice_with_evidence()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = "<title>Other</title><script>console.error('boom')</script>" });

        var result = await RunOneAsync(rig, [], new StepAction.Navigate("/"), new StepAction.ExpectTitle("Home"));

        result.Verdict.ShouldBe(Verdict.Failed);
        result.Attempts.Count.ShouldBe(2);
        var failure = result.Attempts[1].Failure!;
        failure.Class.ShouldBe(FailureClass.Assertion);
        failure.StepIndex.ShouldBe(1);
        (failure.Expected, failure.Actual).ShouldBe(("Home", "Other"));
        result.Attempts[1].Evidence.Select(e => e.Kind).ShouldBe([ArtifactKinds.Screenshot, ArtifactKinds.Trace, ArtifactKinds.ConsoleLog]);
    }

    [Fact]
    public async Task A_pass_on_the_second_attempt_is_flaky_and_never_just_passed()
    {
        var visits = 0;
        await using var rig = await EngineRig.StartAsync(app => app.MapGet("/", () =>
            Results.Content(Interlocked.Increment(ref visits) == 1 ? "<title>Wrong</title>" : "<title>Home</title>", "text/html")));

        var result = await RunOneAsync(rig, [], new StepAction.Navigate("/"), new StepAction.ExpectTitle("Home"));

        result.Verdict.ShouldBe(Verdict.Flaky);
    }

    [Theory]
    [InlineData("setTimeout(() => document.querySelector('input').setAttribute('aria-label', 'Amount'), 400)", Verdict.Passed)]
    [InlineData("", Verdict.Failed)]
    public async Task Only_a_barrier_that_stays_counts(string script, Verdict expected)
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = $"<html lang=en><title>Home</title><h1>Home</h1><input><script>{script}</script>" });

        var result = await RunOneAsync(rig, [], new StepAction.Navigate("/"), new StepAction.ExpectAccessible(["wcag2a"], []));

        result.Verdict.ShouldBe(expected);
    }

    [Fact]
    public async Task A_locator_that_finds_nothing_on_a_healthy_page_has_drifted()
    {
        var pages = new Dictionary<string, string> { ["/"] = "<button data-testid=go>Go</button>" };
        await using var rig = await EngineRig.ServeAsync(pages);
        var element = (await rig.ReadAsync("/")).Element("p1.e1", "Go");
        pages["/"] = "<button data-testid=start>Go</button>";

        var (output, result) = await RunAsync(rig, [element], [new StepAction.Navigate("/"), new StepAction.Click("p1.e1")]);

        result.Attempts.Single().Failure!.Class.ShouldBe(FailureClass.LocatorDrift);
        output.Cases.Single().BrokenElementId.ShouldBe("p1.e1");
        output.Cases.Single().PageFacts.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_locator_that_finds_nothing_on_an_error_page_has_not()
    {
        var broken = false;
        await using var rig = await EngineRig.StartAsync(app => app.MapGet("/", () => broken
            ? Results.Content("<h1>Sorry</h1>", "text/html", statusCode: 500)
            : Results.Content("<button>Go</button>", "text/html")));
        var element = (await rig.ReadAsync("/")).Element("p1.e1", "Go");
        broken = true;

        var (output, result) = await RunAsync(rig, [element], [new StepAction.Navigate("/"), new StepAction.Click("p1.e1")]);

        result.Attempts[0].Failure!.Class.ShouldBe(FailureClass.Environment);
        output.Cases.Single().BrokenElementId.ShouldBeNull();
    }

    [Fact]
    public async Task A_hung_page_costs_one_case_and_no_other()
    {
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/{page}", (string page) => Results.Content(page == "hang" ? "<script>while(true){}</script>" : "<title>Fine</title>", "text/html")),
            services => services.Configure<ExecutionOptions>(o => { o.CaseTimeoutSeconds = 3; o.Workers = 2; }));
        var plan = Plans.Of(
            rig.Url,
            [],
            Plans.Case("hang", new StepAction.Navigate("/hang"), new StepAction.ExpectTitle("Fine")),
            Plans.Case("fine", new StepAction.Navigate("/fine"), new StepAction.ExpectTitle("Fine")));

        var results = await RunPlanAsync(rig, plan);

        results.Cases.Single(c => c.CaseId == "hang").Verdict.ShouldBe(Verdict.Failed);
        results.Cases.Single(c => c.CaseId == "fine").Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task Cases_run_in_the_window_that_was_asked_for()
    {
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/", () => Results.Content("<script>document.title = `${innerWidth} by ${innerHeight}`</script>", "text/html")),
            services => services.Configure<ExecutionOptions>(o => (o.ViewportWidth, o.ViewportHeight) = (1440, 900)));

        var result = await RunOneAsync(rig, [], new StepAction.Navigate("/"), new StepAction.ExpectTitle("1440 by 900"));

        result.Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task Stopped_half_way_it_keeps_what_finished_and_says_what_was_not_run()
    {
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/{page}", async (string page, HttpContext http) =>
            {
                await Task.Delay(page == "slow" ? 10_000 : 0, http.RequestAborted);
                return Results.Content("<title>Fine</title>", "text/html");
            }),
            services => services.Configure<ExecutionOptions>(o => o.Workers = 1));
        var plan = Plans.Of(
            rig.Url,
            [],
            Plans.Case("first", new StepAction.Navigate("/fast"), new StepAction.ExpectTitle("Fine")),
            Plans.Case("second", new StepAction.Navigate("/slow"), new StepAction.ExpectTitle("Fine")),
            Plans.Case("third", new StepAction.Navigate("/fast"), new StepAction.ExpectTitle("Fine")));
        using var stop = new CancellationTokenSource();
        var run = RunPlanAsync(rig, plan, stop.Token);
        while (!rig.Events.OfType<RunEvent.CaseFinished>().Any())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        var results = await run;

        results.Interrupted.ShouldBeTrue();
        results.Cases.Select(c => c.Verdict).ShouldBe([Verdict.Passed, Verdict.NotRun, Verdict.NotRun]);
    }

    [Fact]
    public async Task Cases_do_not_see_each_others_cookies()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = "<title>x</title><script>document.title = document.cookie ? 'second visit' : 'first visit'; document.cookie = 'seen=1'</script>",
        });
        var plan = Plans.Of(rig.Url, [], [.. Enumerable.Range(0, 6).Select(i => Plans.Case($"c{i}", new StepAction.Navigate("/"), new StepAction.ExpectTitle("first visit")))]);

        (await RunPlanAsync(rig, plan)).Cases.ShouldAllBe(c => c.Verdict == Verdict.Passed);
    }

    [Fact]
    public async Task A_secret_that_is_not_set_is_named()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = "<label>Key <input></label>" });
        var element = (await rig.ReadAsync("/")).Element("p1.e1", "Key");

        var failure = await Should.ThrowAsync<StageException>(() =>
            RunAsync(rig, [element], [new StepAction.Navigate("/"), new StepAction.Fill("p1.e1", "${env:TESTFORGE_NO_SUCH_KEY}")]));

        failure.Code.ShouldBe("step.variable_missing");
        failure.Message.ShouldContain("TESTFORGE_NO_SUCH_KEY");
    }

    private static async Task<CaseResult> RunOneAsync(EngineRig rig, PlanElement[] elements, params StepAction[] steps) =>
        (await RunAsync(rig, elements, steps)).Result;

    private static async Task<(ExecuteOutput Output, CaseResult Result)> RunAsync(EngineRig rig, PlanElement[] elements, StepAction[] steps)
    {
        var plan = await rig.StoreAsync(ArtifactKinds.TestPlan, Plans.Of(rig.Url, elements, Plans.Case("c", steps)));
        var output = await rig.RunAsync(Stages.Execute, new(Guid.Empty, plan, ["c"], [], new(), ExecutionBackends.InProcess, null));
        return (output, (await rig.LoadAsync<RunResults>(output.Results)).Cases.Single());
    }

    private static async Task<RunResults> RunPlanAsync(EngineRig rig, TestPlan plan, CancellationToken? stop = null)
    {
        var reference = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        var output = await rig.RunAsync(Stages.Execute, new(Guid.Empty, reference, [.. plan.Cases.Select(c => c.Id)], [], new(), ExecutionBackends.InProcess, null), stop);
        return await rig.LoadAsync<RunResults>(output.Results);
    }
}
