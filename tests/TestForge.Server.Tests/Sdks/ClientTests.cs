using TestForge.Pipeline;
using Sdk = TestForge.Client;

namespace TestForge.Server.Tests.Sdks;

/// <summary>The client that is made from the API's description, against a whole server.</summary>
public sealed class ClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_started_followed_and_read()
    {
        await using var server = await ServerRig.StartAsync(new(), Planned.Executor([("a", Verdict.Passed), ("b", Verdict.Failed)]));
        var client = ClientOf(server);

        var made = await client.CreateProjectAsync(new() { Name = "Shop", BaseUrl = "http://127.0.0.1:9/" }, cancellationToken: Token);
        var run = (await client.StartRunAsync(made.Project.Id, new() { MaxPages = 5 }, cancellationToken: Token)).RunId;
        var events = new List<Sdk.RunEvent>();
        await foreach (var happened in client.FollowRunEventsAsync(run, cancellationToken: Token))
        {
            events.Add(happened);
        }

        events.Select(e => e.Number).ShouldBe(Enumerable.Range(1, events.Count).Select(i => (long)i));
        events[^1].Kind.ShouldBe("run-finished");
        var state = await client.GetRunAsync(run, cancellationToken: Token);
        (state.Status, state.ProjectId, state.FinishedAt is null).ShouldBe((Sdk.RunStatus.Failed, made.Project.Id, false));
        var failed = await client.ListCasesAsync(run, verdict: "failed", cancellationToken: Token);
        failed.Items.Select(c => (c.Key, c.Verdict)).ShouldBe([("b", Sdk.Verdict.Failed)]);
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_with_its_code()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var client = ClientOf(server);

        var missing = await Should.ThrowAsync<Sdk.ApiException<Sdk.ProblemDetails>>(() => client.GetProjectAsync(Guid.NewGuid(), cancellationToken: Token));
        var wrong = await Should.ThrowAsync<Sdk.ApiException<Sdk.ProblemDetails>>(() => client.CreateProjectAsync(new() { Name = "", BaseUrl = "ftp://shop.example" }, cancellationToken: Token));

        (missing.StatusCode, missing.Result.Code).ShouldBe((404, "project.not_found"));
        wrong.StatusCode.ShouldBe(400);
        wrong.Result.Errors.ShouldNotBeNull().Keys.ShouldContain("name");
    }

    private static Sdk.TestForgeClient ClientOf(ServerRig server) => Sdk.TestForgeClient.Create(server.Client.BaseAddress!, server.FirstKey!);
}
