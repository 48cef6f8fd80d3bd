using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Discovery;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

public sealed class CrawlBudgetTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Pages_are_opened_at_the_rate_that_was_set_however_many_tabs_ask()
    {
        using var budget = new CrawlBudget(new(PagesPerSecond: 2), _clock);

        var pages = Enumerable.Range(0, 4).Select(_ => budget.PaceAsync(TestContext.Current.CancellationToken)).ToArray();

        foreach (var allowed in (int[])[1, 2, 3, 4])
        {
            await pages[allowed - 1];
            pages.Count(p => p.IsCompleted).ShouldBe(allowed);
            _clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(0.2, 3, 5)]
    [InlineData(1, 0, 1)]
    public async Task The_longer_of_the_pause_that_the_user_and_the_one_that_the_application_asks_for_counts(double rate, double delay, double seconds)
    {
        using var budget = new CrawlBudget(new(PagesPerSecond: rate), _clock);
        budget.SlowDown(delay);
        await budget.PaceAsync(TestContext.Current.CancellationToken);

        var second = budget.PaceAsync(TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 0.01));
        second.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.02));
        await second;
    }

    [Fact]
    public async Task Without_a_rate_nothing_waits()
    {
        using var budget = new CrawlBudget(new(), _clock);

        await budget.PaceAsync(TestContext.Current.CancellationToken);
        budget.PaceAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Bytes_end_it_and_what_was_counted_too_much_is_given_back()
    {
        using var budget = new CrawlBudget(new(MaxMegabytes: 1), _clock);

        budget.Received(1024 * 1024 - 1);
        budget.Received(-10);
        budget.Received(10);
        budget.Spent.ShouldBeNull();
        budget.Received(1);

        budget.Spent.ShouldNotBeNull().Code.ShouldBe("max-megabytes");
        SpinWait.SpinUntil(() => budget.Token.IsCancellationRequested, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    [Fact]
    public void Minutes_end_it()
    {
        using var budget = new CrawlBudget(new(MaxMinutes: 2), _clock);

        _clock.Advance(TimeSpan.FromSeconds(119));
        budget.Spent.ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(1));

        budget.Spent.ShouldNotBeNull().Code.ShouldBe("max-minutes");
    }
}
