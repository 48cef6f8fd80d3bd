using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Claude.Masking;
using TestForge.Engine.Claude.Prompts;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

public sealed class ClaudeClientTests
{
    [Fact]
    public async Task Gives_a_typed_answer_with_what_it_cost()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(FakeReply.Json(PageAnswer.Good));

        var result = await rig.AskAsync();

        result.Reason.ShouldBeNull();
        result.Outcome.ShouldBe(ClaudeOutcome.Answered);
        result.Answer!.Kind.ShouldBe(PageKind.Cart);
        result.Answer.Actions.Single().Element.ShouldBe("e1");
        var usage = result.Usage;
        result.Usd.ShouldBe(((usage.Input * 2m) + (usage.CacheWrite5m * 2.5m) + (usage.CacheRead * 0.1m) + (usage.Output * 10m)) / 1_000_000);
        usage.Output.ShouldBeGreaterThan(0);
        usage.CacheWrite5m.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_a_key_says_so_and_calls_nobody()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.ApiKey = null);

        var result = await rig.AskAsync();

        result.Outcome.ShouldBe(ClaudeOutcome.Disabled);
        result.Code.ShouldBe("claude.disabled");
        rig.Claude.IsEnabled.ShouldBeFalse();
        rig.Fake.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"kind":"cart","purpose":"p","actions":[{"element":"e1","risk":7}],"confidence":0.9,"note":null}""", "risk: From 0 to 3")]
    [InlineData("""{"kind":"cart","purpose":"p","actions":[],"confidence":0.9,"note":null}""", "actions: At least 1 items")]
    [InlineData("""{"kind":"cart","purpose":"p","actions":[null],"confidence":0.9,"note":null}""", "actions")]
    [InlineData("""{"kind":"shop","purpose":"p","actions":[{"element":"e1","risk":1}],"confidence":0.9,"note":null}""", "not the JSON that was asked for")]
    [InlineData("""{"kind":"cart","purpose":"p","actions":[{"element":"e1","risk":1}],"confidence":0.9,"note":null,"more":1}""", "not the JSON that was asked for")]
    [InlineData("I think it is a cart.", "not the JSON that was asked for")]
    [InlineData("", "not the JSON that was asked for")]
    public async Task Asks_once_more_for_an_answer_that_breaks_its_bounds(string bad, string told)
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(FakeReply.Json(bad), FakeReply.Json(PageAnswer.Good));

        var result = await rig.AskAsync();

        result.Outcome.ShouldBe(ClaudeOutcome.Answered);
        result.Repaired.ShouldBeTrue();
        rig.Fake.Messages.Count().ShouldBe(2);
        var repair = rig.Fake.Messages.Last().Body["messages"]!.AsArray();
        repair.Count.ShouldBe(3);
        repair[2]!["content"]!.GetValue<string>().ShouldContain(told);
    }

    [Fact]
    public async Task Drops_an_answer_that_names_what_is_not_there_twice()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When("cart", FakeReply.Json(PageAnswer.Good));

        var result = await rig.AskAsync(check: a => [.. a.Actions.Where(x => x.Element != "e2").Select(x => $"There is no element {x.Element}.")]);

        result.Outcome.ShouldBe(ClaudeOutcome.Invalid);
        result.Answer.ShouldBeNull();
        result.Reason!.ShouldContain("There is no element e1.");
        result.Usd.ShouldBeGreaterThan(0);
        rig.Fake.Messages.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Refusals_and_answers_that_are_cut_off_are_outcomes()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(FakeReply.Refusal("cyber"), new FakeReply { Text = "{\"kind\":", StopReason = "max_tokens" }, new FakeReply { StopReason = "model_context_window_exceeded" }, new FakeReply { StopReason = "pause_turn" });

        var refused = await rig.AskAsync();
        refused.Outcome.ShouldBe(ClaudeOutcome.Refused);
        refused.Reason!.ShouldContain("cyber");
        (await rig.AskAsync()).Outcome.ShouldBe(ClaudeOutcome.CutOff);
        (await rig.AskAsync()).Outcome.ShouldBe(ClaudeOutcome.TooLong);
        (await rig.AskAsync()).Outcome.ShouldBe(ClaudeOutcome.Invalid);
    }

    [Fact]
    public async Task The_same_request_is_answered_from_what_was_kept_also_in_another_process()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(FakeReply.Json(PageAnswer.Good.Replace("e1", "[EMAIL_0000000000]", StringComparison.Ordinal)));
        var request = ClaudeRig.Request("Who is ann@example.org?");

        var first = await rig.AskAsync(request);
        var calls = rig.Fake.Requests.Count;
        var second = await rig.AskAsync(request, services: rig.Fresh());

        second.Outcome.ShouldBe(ClaudeOutcome.Cached);
        second.Answer.ShouldBeEquivalentTo(first.Answer);
        (second.Usd, second.SavedUsd).ShouldBe((0m, first.Usd));
        rig.Fake.Requests.Count.ShouldBe(calls);
        var spending = await rig.Services.GetRequiredService<SpendingLedger>().ReadAsync(m => m.Total(_ => true), TestContext.Current.CancellationToken);
        (spending.Calls, spending.Hits, spending.SavedUsd).ShouldBe((1, 1, first.Usd));
    }

    [Fact]
    public async Task A_kept_answer_that_no_longer_stands_the_check_is_asked_again()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(FakeReply.Json(PageAnswer.Good), FakeReply.Json(PageAnswer.Good.Replace("e1", "e2", StringComparison.Ordinal)));
        await rig.AskAsync();

        var result = await rig.AskAsync(check: a => a.Actions[0].Element == "e2" ? [] : ["Gone."]);

        result.Outcome.ShouldBe(ClaudeOutcome.Answered);
    }

    [Fact]
    public async Task Values_are_masked_on_the_way_out_and_put_back_on_the_way_in()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.Secrets = ["hunter-2-hunter"]);
        rig.Fake.When(_ => true, body =>
        {
            var text = body["messages"]!.ToJsonString();
            var mail = System.Text.RegularExpressions.Regex.Match(text, @"\[EMAIL_\w{10}\]").Value;
            return FakeReply.Json(PageAnswer.Good.Replace("Shows what will be bought.", $"Belongs to {mail}.", StringComparison.Ordinal));
        });
        var request = ClaudeRig.Request() with { Data = [new PageData("page p1", "Signed in as ann@example.org with hunter-2-hunter.")], Summary = new("site", "Contact: ann@example.org") };

        var result = await rig.AskAsync(request);

        result.Answer!.Purpose.ShouldBe("Belongs to ann@example.org.");
        foreach (var sent in rig.Fake.Requests)
        {
            sent.Text.ShouldNotContain("ann@example.org");
            sent.Text.ShouldNotContain("hunter-2");
        }

        var files = Directory.EnumerateFiles(rig.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        files.Length.ShouldBeGreaterThan(3);
        files.ShouldAllBe(f => !f.Contains("ann@example.org", StringComparison.Ordinal) && !f.Contains(FakeClaudeServer.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notes_hashes_of_a_call_and_its_content_only_when_asked()
    {
        foreach (var content in (bool[])[false, true])
        {
            await using var rig = await ClaudeRig.StartAsync(o => o.AuditContent = content);
            rig.Fake.Next(FakeReply.Json(PageAnswer.Good));
            await rig.AskAsync(ClaudeRig.Request() with { Subject = "p1" });

            var line = JsonDocument.Parse(File.ReadAllLines(Directory.GetFiles(rig.Folder, "audit-*.jsonl").Single()).Single()).RootElement;

            line.GetProperty("outcome").GetString().ShouldBe("answered");
            line.GetProperty("subject").GetString().ShouldBe("p1");
            line.GetProperty("requestSha256").GetString()!.Length.ShouldBe(64);
            line.GetProperty("usd").GetDecimal().ShouldBeGreaterThan(0);
            line.TryGetProperty("request", out _).ShouldBe(content);
            line.TryGetProperty("answer", out _).ShouldBe(content);
        }
    }

    [Fact]
    public async Task A_model_is_taken_by_what_it_can_do_and_what_it_costs()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Models.Add(new("claude-opus-5-5-20260901", StructuredOutputs: false));
        rig.Fake.Models.Remove(rig.Fake.Models.Single(m => m.Id == "claude-opus-5-5"));
        rig.Fake.Next(FakeReply.Json(PageAnswer.Good));

        var unfit = await rig.AskAsync(ClaudeRig.Request() with { Model = "claude-opus-5-5" });
        var unpriced = await rig.AskAsync(ClaudeRig.Request() with { Model = "claude-dream-9" });
        var missing = await rig.AskAsync(ClaudeRig.Request() with { Model = "claude-fable-5-1" });
        var fitted = await rig.AskAsync(ClaudeRig.Request() with { Model = "claude-haiku-5-5", Effort = ClaudeEffort.High, MaxOutputTokens = 1_000_000 });

        (unfit.Outcome, unpriced.Outcome, missing.Outcome).ShouldBe((ClaudeOutcome.Unfit, ClaudeOutcome.Unfit, ClaudeOutcome.Unfit));
        unpriced.Reason!.ShouldContain("claude-sonnet-5-5");
        missing.Reason!.ShouldContain("claude-haiku-5-5");
        fitted.Outcome.ShouldBe(ClaudeOutcome.Answered, fitted.Reason);
        rig.Fake.Requests.Count(r => r.Path == "/v1/models").ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_not_sent()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Models.Insert(0, new("claude-sonnet-5-5", MaxInput: 100));

        var result = await rig.AskAsync();

        result.Outcome.ShouldBe(ClaudeOutcome.TooLong);
        rig.Fake.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_used_and_booked_though_it_cannot_be_kept()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(FakeReply.Json(PageAnswer.Good));
        await File.WriteAllTextAsync(Path.Combine(rig.Folder, "answers"), "in the way", TestContext.Current.CancellationToken);

        var result = await rig.AskAsync();

        result.Outcome.ShouldBe(ClaudeOutcome.Answered, result.Reason);
        result.Usd.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("ledger")]
    [InlineData("audit")]
    public async Task Where_nothing_can_be_booked_or_noted_rules_go_on_and_nothing_is_thrown(string what)
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When(_ => true, _ => FakeReply.Json(PageAnswer.Good));
        await rig.AskAsync();
        var file = Directory.GetFiles(rig.Folder, $"{what}-*.jsonl").ShouldHaveSingleItem();
        File.Delete(file);
        Directory.CreateDirectory(file);
        var calls = rig.Fake.Messages.Count();

        var result = await rig.AskAsync(ClaudeRig.Request("Another question?"));

        (result.Outcome, result.Answer).ShouldBe((ClaudeOutcome.Unavailable, null));
        result.Reason!.ShouldContain("cannot be written");
        rig.Fake.Messages.Count().ShouldBe(what == "ledger" ? calls : calls + 1);
    }

    [Fact]
    public async Task A_key_of_placeholders_that_a_full_disk_left_empty_is_made_anew_and_kept()
    {
        await using var rig = await ClaudeRig.StartAsync();
        var file = Path.Combine(rig.Folder, "mask-key");
        await File.WriteAllBytesAsync(file, [1, 2, 3], TestContext.Current.CancellationToken);

        var keys = Enumerable.Range(0, 8).AsParallel().Select(_ => new MaskKey(Microsoft.Extensions.Options.Options.Create(new ClaudeOptions { Folder = rig.Folder })).Bytes.Length).ToArray();
        var kept = new MaskKey(Microsoft.Extensions.Options.Options.Create(new ClaudeOptions { Folder = rig.Folder })).Bytes;

        keys.ShouldAllBe(l => l == 32);
        (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldBe(kept);
        Directory.GetFiles(rig.Folder, "*.part").ShouldBeEmpty();
    }
}
