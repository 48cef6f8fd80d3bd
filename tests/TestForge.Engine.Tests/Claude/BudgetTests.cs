using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Claude.Models;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

public sealed class BudgetTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new(2030, 5, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-ledger-").FullName;

    public static TheoryData<string> Budgets => [.. typeof(BudgetOptions).GetProperties().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Budgets))]
    public async Task Each_budget_refuses_a_call_before_it_is_made(string budget)
    {
        await using var rig = await ClaudeRig.StartAsync(o =>
        {
            o.Budgets = new() { UsdPerCall = null, UsdPerRun = null, UsdPerMonth = null };
            var property = typeof(BudgetOptions).GetProperty(budget)!;
            property.SetValue(o.Budgets, property.PropertyType == typeof(long?) ? (object)5L : 0.000_1m);
        });

        var result = await rig.AskAsync();

        result.Outcome.ShouldBe(ClaudeOutcome.OverBudget);
        result.Reason!.ShouldContain(budget);
        rig.Fake.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Counts_what_is_set_aside_by_processes_at_once()
    {
        using var one = Ledger();
        using var other = Ledger();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => TryAsync(i % 2 == 0 ? one : other, 1))));

        outcomes.Count(o => o).ShouldBe(5);
    }

    [Fact]
    public async Task What_was_set_aside_and_not_spent_is_free_again()
    {
        using var ledger = Ledger();
        var reserved = await ledger.ReserveAsync(Line(5), TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        (await TryAsync(ledger, 1)).ShouldBeFalse();

        await ledger.SettleAsync(reserved, 0.5m, 100, calls: 1);

        (await TryAsync(ledger, 4)).ShouldBeTrue();
        (await TryAsync(ledger, 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_killed_process_set_aside_is_free_after_a_while()
    {
        using var killed = Ledger();
        (await TryAsync(killed, 5)).ShouldBeTrue();
        using var next = Ledger();
        (await TryAsync(next, 1)).ShouldBeFalse();

        _clock.Advance(TimeSpan.FromMinutes(11));

        (await TryAsync(next, 1)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_line_cut_off_by_a_crash_costs_no_other()
    {
        using (var ledger = Ledger())
        {
            await ledger.BookAsync(Line(3));
        }

        var file = Directory.GetFiles(_folder, "ledger-*.jsonl").Single();
        Path.GetFileName(file).ShouldBe("ledger-2030-05.jsonl");
        await File.AppendAllTextAsync(file, "{\"id\":\"x\",\"usd\":9", TestContext.Current.CancellationToken);

        using var next = Ledger();
        (await TryAsync(next, 1)).ShouldBeTrue();
        (await next.ReadAsync(m => m.Total(_ => true).Usd, TestContext.Current.CancellationToken)).ShouldBe(3);
        File.ReadAllLines(file).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_month_begins_with_nothing_spent()
    {
        using var ledger = Ledger();
        await ledger.BookAsync(Line(5));
        (await TryAsync(ledger, 1)).ShouldBeFalse();

        _clock.Advance(TimeSpan.FromDays(15));

        (await TryAsync(ledger, 1)).ShouldBeTrue();
    }

    [Fact]
    public async Task Spending_is_told_by_purpose_and_by_subject()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.When(_ => true, _ => FakeReply.Json(PageAnswer.Good));
        var page = await rig.AskAsync(ClaudeRig.Request("1") with { Subject = "p1" });
        await rig.AskAsync(ClaudeRig.Request("2") with { Purpose = ClaudePurpose.Heal, Subject = "e1" });

        var ledger = rig.Fresh().GetRequiredService<SpendingLedger>();
        var (purposes, subjects) = await ledger.ReadAsync(m => (m.ByPurpose(s => s == ClaudeRig.Scope), m.BySubject(ClaudeRig.Scope, ClaudePurpose.Page)), TestContext.Current.CancellationToken);

        purposes.Keys.ShouldBe([ClaudePurpose.Page, ClaudePurpose.Heal], ignoreOrder: true);
        purposes[ClaudePurpose.Page].Usd.ShouldBe(page.Usd);
        subjects.ShouldHaveSingleItem().Key.ShouldBe("p1");
    }

    [Fact]
    public void Prices_change_on_their_day_and_with_the_length_of_the_prompt()
    {
        var prices = PriceTable.Load(null);
        var million = new ClaudeUsage(0, 0, 0, 1_000_000, 0);

        prices.Get("claude-sonnet-5-5", new(2026, 10, 6)).Cost(million, batch: false).ShouldBe(0.2m);
        prices.Get("claude-sonnet-5-5", new(2026, 10, 7)).Cost(million, batch: false).ShouldBe(0.1m);
        prices.Get("claude-sonnet-5-5-20260901", new(2030, 1, 1)).Cost(new(1_000_000, 0, 0, 0, 1_000_000), batch: true).ShouldBe(6m);
        prices.Get("claude-opus-5-5", new(2030, 1, 1)).Cost(new(0, 1_000_000, 1_000_000, 0, 0), batch: false).ShouldBe(13m);
        prices.Get("claude-haiku-5-5", new(2030, 1, 1)).Cost(new(100_000, 0, 0, 0, 1_000_000), batch: false).ShouldBe(0.51m);
        prices.Get("claude-haiku-5-5", new(2030, 1, 1)).Cost(new(1, 0, 0, 100_000, 1_000_000), batch: false).ShouldBe(2.505_000_5m);
    }

    [Fact]
    public void Other_prices_come_from_a_file()
    {
        var file = Path.Combine(_folder, "prices.json");
        File.WriteAllText(file, """[{"model":"claude-dream-9","usual":{"input":1,"output":2,"cacheRead":0.1}}]""");
        PriceTable.Load(file).Models.ShouldContain("claude-dream-9");
        PriceTable.Load(file).Models.ShouldContain("claude-opus-5-5");

        File.WriteAllText(file, """[{"model":"claude-dream-9","usual":{"input":1}}]""");
        Should.Throw<StageException>(() => PriceTable.Load(file)).Code.ShouldBe("claude.prices_unreadable");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SpendingLedger Ledger() => new(Options.Create(new ClaudeOptions { Folder = _folder, Budgets = new() { UsdPerCall = null, UsdPerRun = null, UsdPerMonth = 5 } }), _clock);

    private LedgerLine Line(decimal usd) => new()
    {
        Id = Path.GetRandomFileName(),
        At = _clock.GetUtcNow(),
        Tenant = "t",
        Project = "p",
        Run = "r",
        Purpose = ClaudePurpose.Page,
        Model = "m",
        Usd = usd,
        Tokens = 100,
    };

    private async Task<bool> TryAsync(SpendingLedger ledger, decimal usd)
    {
        try
        {
            await ledger.ReserveAsync(Line(usd), TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
            return true;
        }
        catch (ClaudeStopException e)
        {
            e.Outcome.ShouldBe(ClaudeOutcome.OverBudget);
            return false;
        }
    }
}
