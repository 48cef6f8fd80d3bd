using Microsoft.Extensions.Time.Testing;
using TestForge.Platform.Limits;

namespace TestForge.Platform.Tests.Limits;

/// <summary>What every counter does.</summary>
public abstract class RateCounterTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    // The beginning of a fixed window.
    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(60 * 29_000_000));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_many_as_the_limit_fit_and_no_more()
    {
        var counter = await CounterAsync();

        var decisions = await TakeAsync(counter, "a", 12, limit: 10);

        decisions.Select(d => d.Allowed).ShouldBe([.. Enumerable.Repeat(true, 10), false, false]);
        decisions.Select(d => d.Remaining).ShouldBe([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0]);
    }

    [Fact]
    public async Task One_caller_takes_nothing_from_another()
    {
        var counter = await CounterAsync();
        await TakeAsync(counter, "a", 10, limit: 10);

        (await TakeAsync(counter, "b", 1, limit: 10))[0].Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_edge_of_a_window_lets_no_second_burst_through()
    {
        var counter = await CounterAsync();
        Clock.Advance(TimeSpan.FromSeconds(59));
        await TakeAsync(counter, "a", 10, limit: 10);
        Clock.Advance(TimeSpan.FromSeconds(2));

        var decisions = await TakeAsync(counter, "a", 10, limit: 10);

        decisions.Count(d => d.Allowed).ShouldBe(0);
    }

    [Fact]
    public async Task Who_waits_as_long_as_was_said_is_let_through_and_not_before()
    {
        var counter = await CounterAsync();
        await TakeAsync(counter, "a", 10, limit: 10);
        var wait = (await TakeAsync(counter, "a", 1, limit: 10))[0].Reset;

        Clock.Advance(wait - TimeSpan.FromSeconds(1));
        (await TakeAsync(counter, "a", 1, limit: 10))[0].Allowed.ShouldBeFalse();
        Clock.Advance(TimeSpan.FromSeconds(1) + TimeSpan.FromMilliseconds(1));
        (await TakeAsync(counter, "a", 1, limit: 10))[0].Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task After_two_windows_everything_is_forgotten()
    {
        var counter = await CounterAsync();
        await TakeAsync(counter, "a", 10, limit: 10);
        Clock.Advance(Window * 2);

        (await TakeAsync(counter, "a", 10, limit: 10)).ShouldAllBe(d => d.Allowed);
    }

    [Fact]
    public async Task Many_at_once_never_get_more_than_the_limit()
    {
        var counter = await CounterAsync();

        var decisions = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => counter.TakeAsync("a", 50, Window, Token).AsTask())));

        decisions.Count(d => d.Allowed).ShouldBe(50);
    }

    private protected abstract Task<IRateCounter> CounterAsync();

    private static async Task<List<RateDecision>> TakeAsync(IRateCounter counter, string caller, int times, int limit)
    {
        var decisions = new List<RateDecision>();
        for (var i = 0; i < times; i++)
        {
            decisions.Add(await counter.TakeAsync(caller, limit, Window, Token));
        }

        return decisions;
    }
}
