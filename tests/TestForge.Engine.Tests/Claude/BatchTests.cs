using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Batches;
using TestForge.Engine.Claude.Budgets;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

public sealed class BatchTests
{
    private static readonly ClaudeRequest[] Requests = [.. Enumerable.Range(0, 5).Select(i => ClaudeRig.Request($"Question {i}?") with { Subject = $"p{i}" })];

    [Fact]
    public async Task Answers_come_in_order_at_half_the_price_and_failures_stay_alone()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When("Question 1?", FakeReply.Error(500)).When("Question 2?", new FakeReply { Expires = true }).When("Question 3?", FakeReply.Json("no"));
        rig.Fake.When("Question 9?", FakeReply.Json(PageAnswer.Good)).When(_ => true, body => FakeReply.Json(Named(body)));

        var results = await AskAsync(rig.Services, Requests);

        results.Select(r => r.Outcome).ShouldBe([ClaudeOutcome.Answered, ClaudeOutcome.Unavailable, ClaudeOutcome.Unavailable, ClaudeOutcome.Invalid, ClaudeOutcome.Answered]);
        results[0].Answer!.Purpose.ShouldBe("Question 0?");
        results[4].Answer!.Purpose.ShouldBe("Question 4?");
        var usage = results[4].Usage;
        results[4].Usd.ShouldBe(((usage.Input * 2m) + (usage.CacheWrite5m * 2.5m) + (usage.CacheRead * 0.1m) + (usage.Output * 10m)) / 2_000_000);
        rig.Fake.Messages.ShouldBeEmpty();
        rig.Fake.Batches.ShouldBe(0);
        Directory.GetFiles(Path.Combine(rig.Folder, "batches")).ShouldBeEmpty();
        var ledger = rig.Services.GetRequiredService<SpendingLedger>();
        var (total, committed) = await ledger.ReadAsync(m => (m.Total(_ => true), m.Committed(_ => true, TimeProvider.System.GetUtcNow())), TestContext.Current.CancellationToken);
        (total.Calls, total.Usd).ShouldBe((3, results.Sum(r => r.Usd)));
        committed.Usd.ShouldBe(total.Usd);
    }

    [Fact]
    public async Task A_program_that_starts_again_goes_on_with_its_batch_and_keeps_what_it_learnt()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.BatchPolls = int.MaxValue;
        rig.Fake.When(_ => true, body => FakeReply.Json(Named(body)));
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var first = AskAsync(rig.Services, Requests, killed.Token);
        while (!rig.Fake.Requests.Any(r => r.Method == "GET" && r.Path.Contains("/batches/", StringComparison.Ordinal)))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await killed.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        rig.Fake.EndBatches();

        var results = await AskAsync(rig.Fresh(), Requests);
        var again = await AskAsync(rig.Fresh(), Requests);

        results.ShouldAllBe(r => r.Outcome == ClaudeOutcome.Answered);
        again.ShouldAllBe(r => r.Outcome == ClaudeOutcome.Cached);
        rig.Fake.Requests.Count(r => r is { Method: "POST", Path: "/v1/messages/batches" }).ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_over_the_budget_is_not_sent()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.Budgets.UsdPerRun = 0.001m);

        var results = await AskAsync(rig.Services, Requests);

        results.ShouldAllBe(r => r.Outcome == ClaudeOutcome.OverBudget);
        rig.Fake.Requests.ShouldNotContain(r => r.Path == "/v1/messages/batches");
    }

    [Fact]
    public async Task Where_nothing_may_stay_with_the_provider_questions_are_asked_one_by_one()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.MinimalRetention = true);
        rig.Fake.When(_ => true, body => FakeReply.Json(Named(body)));

        var results = await AskAsync(rig.Services, Requests);

        results.ShouldAllBe(r => r.Outcome == ClaudeOutcome.Answered);
        rig.Fake.Messages.Count().ShouldBe(5);
        rig.Fake.Messages.ShouldAllBe(m => !m.Text.Contains("cache_control", StringComparison.Ordinal));
    }

    private static string Named(System.Text.Json.Nodes.JsonObject body) =>
        PageAnswer.Good.Replace("Shows what will be bought.", body["messages"]![0]!["content"]!.AsArray()[^1]!["text"]!.GetValue<string>(), StringComparison.Ordinal);

    private static Task<IReadOnlyList<ClaudeResult<PageAnswer>>> AskAsync(IServiceProvider services, ClaudeRequest[] requests, CancellationToken? cancellationToken = null) =>
        services.GetRequiredService<ClaudeBatches>().AskAllAsync<PageAnswer>(ClaudeRig.Scope, requests, null, cancellationToken ?? TestContext.Current.CancellationToken);
}
