using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Transport;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

public sealed class TransportTests
{
    private static readonly FakeReply Good = FakeReply.Json(PageAnswer.Good);

    public static TheoryData<FakeReply, string, string> Final => new()
    {
        { FakeReply.Error(400), nameof(ClaudeOutcome.Rejected), "status 400" },
        { FakeReply.Error(400, message: "You have reached your specified API usage limits. You will regain access on 2030-01-01."), nameof(ClaudeOutcome.Rejected), "spending limit" },
        { FakeReply.Error(400, message: "prompt is too long: 1 > 0"), nameof(ClaudeOutcome.TooLong), "too long" },
        { FakeReply.Error(401), nameof(ClaudeOutcome.Rejected), "ANTHROPIC_API_KEY" },
        { FakeReply.Error(402), nameof(ClaudeOutcome.Rejected), "billing" },
        { FakeReply.Error(403), nameof(ClaudeOutcome.Rejected), "may not" },
        { FakeReply.Error(404), nameof(ClaudeOutcome.Unfit), "404" },
        { FakeReply.Error(413), nameof(ClaudeOutcome.TooLong), "413" },
        { FakeReply.Error(429) with { ErrorCode = "enforced_spend_limit_reached" }, nameof(ClaudeOutcome.Rejected), "spending limit" },
        { FakeReply.Error(500) with { Headers = new Dictionary<string, string> { ["x-should-retry"] = "false" } }, nameof(ClaudeOutcome.Unavailable), "500" },
    };

    public static TheoryData<FakeReply> Passing => new()
    {
        FakeReply.Error(408),
        FakeReply.Error(409),
        FakeReply.Error(429),
        FakeReply.Error(429) with { Headers = new Dictionary<string, string> { ["retry-after-ms"] = "30" } },
        FakeReply.Error(500),
        FakeReply.Error(529),
        FakeReply.Error(400) with { Headers = new Dictionary<string, string> { ["x-should-retry"] = "true" } },
        Good with { DropAfterEvents = 0 },
        Good with { DropAfterEvents = 6 },
        Good with { EndAfterEvents = 6 },
        Good with { ErrorAfterEvents = 6 },
        Good with { SilentAfterEvents = 6 },
    };

    [Theory]
    [MemberData(nameof(Final))]
    public async Task What_cannot_get_better_ends_the_call_at_once(FakeReply reply, string outcome, string told)
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(reply);

        var result = await rig.AskAsync();

        result.Outcome.ToString().ShouldBe(outcome);
        result.Reason!.ShouldContain(told);
        result.Reason!.ShouldNotContain(FakeClaudeServer.Key);
        rig.Fake.Messages.Count().ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_pass_is_tried_again(FakeReply reply)
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.Silence = TimeSpan.FromSeconds(1));
        rig.Fake.Next(reply, Good);

        var result = await rig.AskAsync();

        result.Outcome.ShouldBe(ClaudeOutcome.Answered, result.Reason);
        rig.Fake.Messages.Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_a_broken_answer_cost_is_booked_with_the_whole_one()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(Good);
        var once = await rig.AskAsync(ClaudeRig.Request("Once?"));
        rig.Fake.Next(Good with { EndAfterEvents = 6 }, Good);

        var twice = await rig.AskAsync(ClaudeRig.Request("Twice"));

        twice.Usage.TotalInput.ShouldBe(once.Usage.TotalInput * 2);
        twice.Usd.ShouldBeGreaterThan(once.Usd);
    }

    [Fact]
    public async Task Retries_end_and_an_ill_service_is_left_alone()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When(_ => true, _ => FakeReply.Error(529));

        var first = await rig.AskAsync();
        var second = await rig.AskAsync();
        var sent = rig.Fake.Messages.Count();
        var third = await rig.AskAsync(ClaudeRig.Request("Another"));

        first.Outcome.ShouldBe(ClaudeOutcome.Unavailable);
        second.Outcome.ShouldBe(ClaudeOutcome.CircuitOpen);
        third.Outcome.ShouldBe(ClaudeOutcome.CircuitOpen);
        rig.Fake.Messages.Count().ShouldBe(sent);
        sent.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_unavailable()
    {
        await using var rig = await ClaudeRig.StartAsync(o => (o.BaseUrl, o.MaxRetries) = ("http://127.0.0.1:1", 1));

        (await rig.AskAsync()).Outcome.ShouldBe(ClaudeOutcome.Unavailable);
    }

    [Fact]
    public async Task A_call_ends_at_its_deadline_and_the_callers_wish_is_the_callers()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.Deadline = TimeSpan.FromSeconds(1));
        rig.Fake.When(_ => true, _ => Good with { Delay = TimeSpan.FromMinutes(1) });

        (await rig.AskAsync()).Outcome.ShouldBe(ClaudeOutcome.Unavailable);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() => rig.Claude.AskAsync<PageAnswer>(ClaudeRig.Scope, ClaudeRig.Request("Other"), null, stop.Token));
    }

    [Fact]
    public async Task Calls_at_once_are_bounded()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.Concurrency = 2);
        rig.Fake.When(_ => true, _ => Good with { Delay = TimeSpan.FromMilliseconds(50) });

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => rig.AskAsync(ClaudeRig.Request($"Question {i}"))));

        results.ShouldAllBe(r => r.Outcome == ClaudeOutcome.Answered);
        rig.Fake.MostMessagesAtOnce.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, null, 0.0, 500)]
    [InlineData(0, null, 1.0, 375)]
    [InlineData(3, null, 0.0, 4_000)]
    [InlineData(9, null, 0.0, 8_000)]
    [InlineData(0, 3.0, 1.0, 3_000)]
    [InlineData(0, 60.0, 0.0, 60_000)]
    [InlineData(0, 600.0, 0.0, 500)]
    public void Waits_as_the_service_asks_within_reason(int retry, double? asked, double chance, int milliseconds) =>
        RetryDelays.For(retry, TimeSpan.FromSeconds(0.5), asked is { } s ? TimeSpan.FromSeconds(s) : null, chance).TotalMilliseconds.ShouldBe(milliseconds);

    [Fact]
    public void Reads_the_wait_in_milliseconds_before_that_in_seconds()
    {
        RetryDelays.Asked("1500", "9").ShouldBe(TimeSpan.FromSeconds(1.5));
        RetryDelays.Asked(null, "9").ShouldBe(TimeSpan.FromSeconds(9));
        RetryDelays.Asked(null, "Wed, 21 Oct 2030 07:28:00 GMT").ShouldBeNull();
    }

    [Fact]
    public void Waits_until_the_limits_in_the_headers_are_reset()
    {
        var now = new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var limits = new ModelLimits();
        using var response = new HttpResponseMessage();
        foreach (var (name, limit, remaining) in (ValueTuple<string, int, int>[])[("requests", 50, 2), ("input-tokens", 10_000, 4_000)])
        {
            response.Headers.Add($"anthropic-ratelimit-{name}-limit", $"{limit}");
            response.Headers.Add($"anthropic-ratelimit-{name}-remaining", $"{remaining}");
            response.Headers.Add($"anthropic-ratelimit-{name}-reset", now.AddSeconds(7).ToString("O"));
        }

        limits.Observe(response.Headers);

        limits.TryTake(3_000, now).ShouldBe(TimeSpan.Zero);
        limits.TryTake(3_000, now).ShouldBe(TimeSpan.FromSeconds(7));
        limits.TryTake(500, now).ShouldBe(TimeSpan.Zero);
        limits.TryTake(1, now).ShouldBe(TimeSpan.FromSeconds(7));
        limits.TryTake(3_000, now.AddSeconds(7)).ShouldBe(TimeSpan.Zero);
        limits.Pause(now.AddSeconds(30));
        limits.TryTake(1, now.AddSeconds(8)).ShouldBe(TimeSpan.FromSeconds(22));
    }
}
