using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution;

public sealed class SessionTests
{
    private const string Secret = "correct-horse-7";
    private static readonly LoginSpec Login = new()
    {
        Url = "/login",
        Steps =
        [
            new("fill", new() { Kind = LocatorKind.Label, Value = "Password" }, "${env:TESTFORGE_TEST_SECRET}"),
            new("click", new() { Kind = LocatorKind.Role, Value = "button", Name = "Sign in" }),
        ],
        Success = new(Url: "/account"),
    };

    public SessionTests() => Environment.SetEnvironmentVariable("TESTFORGE_TEST_SECRET", Secret);

    [Fact]
    public async Task Signs_in_once_for_all_cases_and_leaves_anonymous_ones_signed_out()
    {
        var app = new MemberSite();
        await using var rig = await EngineRig.StartAsync(app.Map);
        var signedIn = Enumerable.Range(0, 4).Select(i => Plans.Case($"in{i}", new StepAction.Navigate("/account"), new StepAction.ExpectTitle("Account"))).ToArray();
        var signedOut = Plans.Case("out", new StepAction.Navigate("/account"), new StepAction.ExpectTitle("Login")) with { Anonymous = true };

        var results = await RunAsync(rig, Plans.Of(rig.Url, [], [.. signedIn, signedOut]), new(Login: Login));

        results.Cases.ShouldAllBe(c => c.Verdict == Verdict.Passed);
        app.SignIns.ShouldBe(1);
    }

    [Fact]
    public async Task Signs_in_again_when_the_session_has_expired_and_says_so()
    {
        var app = new MemberSite { ValidRequests = 1 };
        await using var rig = await EngineRig.StartAsync(app.Map);
        var plan = Plans.Of(rig.Url, [], Plans.Case("c", new StepAction.Navigate("/account"), new StepAction.ExpectTitle("Account")));

        var result = (await RunAsync(rig, plan, new(Login: Login))).Cases.Single();

        result.Attempts[0].Failure!.Class.ShouldBe(FailureClass.Environment);
        result.Attempts[0].Failure!.Message.ShouldContain("session has expired");
        result.Verdict.ShouldBe(Verdict.Flaky);
        app.SignIns.ShouldBe(2);
    }

    [Fact]
    public async Task A_login_that_does_not_work_says_where_it_stopped_and_never_what_was_typed()
    {
        await using var rig = await EngineRig.StartAsync(new MemberSite().Map);
        var plan = Plans.Of(rig.Url, [], Plans.Case("c", new StepAction.Navigate("/account")));
        var wrong = Login with { Steps = [Login.Steps[0] with { Value = "${env:TESTFORGE_TEST_SECRET}-wrong" }, Login.Steps[1]], Success = new(Visible: new() { Kind = LocatorKind.TestId, Value = "nobody" }) };

        var failure = await Should.ThrowAsync<StageException>(() => RunAsync(rig, plan, new(Login: wrong)));

        failure.Code.ShouldBe("session.login_failed");
        failure.Message.ShouldContain("/login");
        failure.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_sign_of_success_may_show_more_than_once()
    {
        var app = new MemberSite();
        await using var rig = await EngineRig.StartAsync(app.Map);
        var plan = Plans.Of(rig.Url, [], Plans.Case("c", new StepAction.Navigate("/account"), new StepAction.ExpectTitle("Account")));
        var twice = Login with { Success = new(Visible: new() { Kind = LocatorKind.Text, Value = "Hello" }) };

        var results = await RunAsync(rig, plan, new(Login: twice));

        results.Cases.Single().Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_login_step_that_finds_nothing_says_so()
    {
        await using var rig = await EngineRig.StartAsync(new MemberSite().Map);
        var lost = Login with { Steps = [new("click", new() { Kind = LocatorKind.TestId, Value = "nobody" })] };

        var failure = await Should.ThrowAsync<StageException>(() => RunAsync(rig, Plans.Of(rig.Url, [], Plans.Case("c", new StepAction.Navigate("/"))), new(Login: lost)));

        failure.Message.ShouldContain("step 1");
        failure.Message.ShouldContain("finds nothing");
    }

    [Fact]
    public async Task A_storage_state_that_is_none_is_named()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "[]", TestContext.Current.CancellationToken);
        await using var rig = await EngineRig.StartAsync(new MemberSite().Map);

        var failure = await Should.ThrowAsync<StageException>(() => RunAsync(rig, Plans.Of(rig.Url, [], Plans.Case("c", new StepAction.Navigate("/"))), new(StorageStatePath: path)));

        failure.Code.ShouldBe("session.bad_storage_state");
        failure.Message.ShouldContain(path);
        File.Delete(path);
    }

    [Fact]
    public async Task A_secret_that_was_typed_is_in_no_result_and_no_evidence()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = "<label>Key <input oninput=\"console.error('typed ' + this.value); document.getElementById('o').textContent = this.value\"></label><p id=o></p>",
        });
        var element = (await rig.ReadAsync("/")).Element("p1.e1", "Key");
        var gone = new PlanElement("p1.e2", "p1", "Gone", new() { Kind = LocatorKind.TestId, Value = "gone" }, new() { Tag = "p" });
        var fill = new StepAction.Fill("p1.e1", "${env:TESTFORGE_TEST_SECRET}");
        var plan = Plans.Of(
            rig.Url,
            [element, gone],
            Plans.Case("value", new StepAction.Navigate("/"), fill, new StepAction.ExpectConsoleClean([])),
            Plans.Case("drift", new StepAction.Navigate("/"), fill, new StepAction.ExpectVisible("p1.e2")));

        var results = await RunAsync(rig, plan, new());

        results.Cases.ShouldAllBe(c => c.Verdict == Verdict.Failed);
        System.Text.Json.JsonSerializer.Serialize(results, ArtifactJson.Compact).ShouldNotContain(Secret);
        var kept = results.Cases.SelectMany(c => c.Attempts).SelectMany(a => a.Evidence.Append(a.Failure?.PageFacts)).OfType<ArtifactRef>().ToArray();
        kept.ShouldContain(e => e.Kind == ArtifactKinds.PageFacts);
        kept.ShouldNotContain(e => e.Kind == ArtifactKinds.Trace);
        foreach (var reference in kept)
        {
            await using var content = await rig.Artifacts.OpenAsync(reference, TestContext.Current.CancellationToken);
            using var reader = new StreamReader(content, Encoding.Latin1);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain(Secret);
        }
    }

    private static async Task<RunResults> RunAsync(EngineRig rig, TestPlan plan, SessionSource session)
    {
        var reference = await rig.StoreAsync(ArtifactKinds.TestPlan, plan);
        var output = await rig.RunAsync(Stages.Execute, new(Guid.Empty, reference, [.. plan.Cases.Select(c => c.Id)], [], session, ExecutionBackends.InProcess, null));
        return await rig.LoadAsync<RunResults>(output.Results);
    }

    /// <summary>A site for members. The first session ends after so many requests.</summary>
    private sealed class MemberSite
    {
        private int _signIns;
        private int _requests;

        public int ValidRequests { get; init; } = int.MaxValue;

        public int SignIns => _signIns;

        public void Map(WebApplication app)
        {
            app.MapGet("/login", () => Page("Login", "<form method=post action=/login><label>Password <input type=password name=pw></label><button>Sign in</button></form>"));
            app.MapPost("/login", async (HttpContext http) =>
            {
                if ((await http.Request.ReadFormAsync())["pw"] != Secret)
                {
                    return Results.Redirect("/login");
                }

                http.Response.Cookies.Append("sid", Interlocked.Increment(ref _signIns).ToString(System.Globalization.CultureInfo.InvariantCulture));
                return Results.Redirect("/account");
            });
            app.MapGet("/account", (HttpContext http) => http.Request.Cookies["sid"] is { } sid && (sid != "1" || Interlocked.Increment(ref _requests) <= ValidRequests)
                ? Page("Account", "<h1>Hello</h1><p>Hello</p>")
                : Results.Redirect("/login"));
        }

        private static IResult Page(string title, string body) => Results.Content($"<title>{title}</title>{body}", "text/html");
    }
}
