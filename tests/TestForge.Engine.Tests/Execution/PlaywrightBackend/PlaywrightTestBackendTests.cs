using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Execution;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Execution.PlaywrightBackend;

public sealed class PlaywrightTestBackendTests
{
    [Fact]
    public async Task Says_of_each_case_what_the_real_runner_says()
    {
        var visits = 0;
        await using var rig = await EngineRig.StartAsync(
            app =>
            {
                app.MapGet("/", () => Page("<title>Home</title><h1>Welcome</h1><button>Go</button>"));
                app.MapGet("/window", () => Page("<script>document.title = `${innerWidth} by ${innerHeight}`</script>"));
                app.MapGet("/unsteady", () => Page(Interlocked.Increment(ref visits) == 1 ? "<title>Wrong</title>" : "<title>Right</title>"));
            },
            services => services.Configure<ExecutionOptions>(o => (o.ViewportWidth, o.ViewportHeight) = (1440, 900)));
        var drifted = (await rig.ReadAsync("/")).Element("p1.go", "Go") with { Locator = new() { Kind = LocatorKind.TestId, Value = "gone" } };
        var plan = Plans.Of(
            rig.Url,
            [drifted],
            Plans.Case("passes", new StepAction.Navigate("/"), new StepAction.ExpectTitle("Home")),
            Plans.Case("fails", new StepAction.Navigate("/"), new StepAction.ExpectTitle("Office")),
            Plans.Case("is-flaky", new StepAction.Navigate("/unsteady"), new StepAction.ExpectTitle("Right")),
            Plans.Case("drifts", new StepAction.Navigate("/"), new StepAction.Click("p1.go")),
            Plans.Case("has-the-window", new StepAction.Navigate("/window"), new StepAction.ExpectTitle("1440 by 900")),
            Plans.Case("is-not-asked-for", new StepAction.Navigate("/")));

        var (output, results) = await RunAsync(rig, plan, ["passes", "fails", "is-flaky", "drifts", "has-the-window"]);

        results.Cases.Select(c => (c.CaseId, c.Verdict)).ShouldBe(
            [("passes", Verdict.Passed), ("fails", Verdict.Failed), ("is-flaky", Verdict.Flaky), ("drifts", Verdict.Failed), ("has-the-window", Verdict.Passed)]);
        var failure = results.Cases[1].Attempts[^1].Failure!;
        (failure.Class, failure.StepIndex, failure.Expected, failure.Actual).ShouldBe((FailureClass.Assertion, 1, "Office", "Home"));
        results.Cases[1].Attempts[^1].Evidence.Select(e => e.Kind).ShouldBe([ArtifactKinds.Screenshot, ArtifactKinds.Trace], ignoreOrder: true);
        var drift = results.Cases[3].Attempts[^1].Failure!;
        (drift.Class, drift.ElementId).ShouldBe((FailureClass.LocatorDrift, "p1.go"));
        output.Cases[3].PageFacts.ShouldNotBeNull();
        rig.Events.OfType<RunEvent.CaseFinished>().Select(e => e.CaseId).ShouldBe(["passes", "fails", "is-flaky", "drifts", "has-the-window"], ignoreOrder: true);
    }

    [Fact]
    public async Task Its_pages_reach_no_private_address_but_the_target()
    {
        var asked = 0;
        await using var inside = await SiteHost.StartAsync(app => app.MapGet("/{**path}", () =>
        {
            Interlocked.Increment(ref asked);
            return Results.Ok();
        }));
        await using var rig = await EngineRig.StartAsync(app => app.MapGet("/", () => Page($"<title>Home</title><h1>Welcome</h1><img src='{inside.Url}secret.png'>")));
        var plan = Plans.Of(rig.Url, [], Plans.Case("passes", new StepAction.Navigate("/"), new StepAction.ExpectTitle("Home")));

        var (_, results) = await RunAsync(rig, plan, ["passes"]);

        results.Cases.Single().Verdict.ShouldBe(Verdict.Passed);
        asked.ShouldBe(0);
        rig.Browser.Refusals.ShouldContain(r => r.Host.EndsWith($":{inside.Url.Port}"));
    }

    [Fact]
    public async Task Stopped_it_ends_the_runner_and_keeps_what_finished()
    {
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.MapGet("/", () => Page("<title>Home</title>"));
            app.MapGet("/slow", async (HttpContext http) =>
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
                return Results.Ok();
            });
        });
        var plan = Plans.Of(rig.Url, [], Plans.Case("quick", new StepAction.Navigate("/")), Plans.Case("slow", new StepAction.Navigate("/slow")));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var running = RunAsync(rig, plan, ["quick", "slow"], stop.Token);
        while (!rig.Events.OfType<RunEvent.CaseFinished>().Any() && !running.IsCompleted)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        var (output, results) = await running.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        output.Interrupted.ShouldBeTrue();
        results.Cases.Select(c => (c.CaseId, c.Verdict)).ShouldBe([("quick", Verdict.Passed), ("slow", Verdict.NotRun)]);
    }

    private static async Task<(ExecuteOutput Output, RunResults Results)> RunAsync(
        EngineRig rig, TestPlan plan, string[] cases, CancellationToken? cancellationToken = null)
    {
        var reference = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        var scripts = await rig.RunAsync(Stages.Script, new(Guid.Empty, reference, [ScriptLanguage.TypeScript], []));
        var output = await rig.RunAsync(
            Stages.Execute,
            new(Guid.Empty, reference, cases, [], new(), ExecutionBackends.Playwright, scripts.Find(ScriptLanguage.TypeScript)),
            cancellationToken);
        return (output, await rig.LoadAsync<RunResults>(output.Results));
    }

    private static IResult Page(string html) => Results.Content($"<!doctype html><html lang=en>{html}</html>", "text/html; charset=utf-8");
}
