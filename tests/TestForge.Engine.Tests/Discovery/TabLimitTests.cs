using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery;

namespace TestForge.Engine.Tests.Discovery;

public sealed class TabLimitTests
{
    private readonly FakeTimeProvider _clock = new();
    private MachineLoad _load = new(Processor: 0.3, FreeMemory: 0.6, TimeSpan.Zero);

    [Fact]
    public void Tabs_are_added_one_a_second_while_the_machine_has_time_and_all_are_busy()
    {
        var limit = new TabLimit(4, most: 6, () => _load, _clock);

        limit.Now(busy: 4).ShouldBe(4);
        Later(limit, busy: 4).ShouldBe(5);
        limit.Now(busy: 5).ShouldBe(5);
        Later(limit, busy: 3).ShouldBe(5);
        Later(limit, busy: 5).ShouldBe(6);
        Later(limit, busy: 6).ShouldBe(6);
    }

    [Fact]
    public void A_machine_at_its_limit_gets_no_more()
    {
        var limit = new TabLimit(4, most: 6, () => _load, _clock);
        _load = _load with { Processor = 0.9 };

        Later(limit, busy: 4).ShouldBe(4);
    }

    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(0.6, 900)]
    public void Little_memory_and_lag_take_tabs_away_down_to_one(double memory, int lagMilliseconds)
    {
        var limit = new TabLimit(3, most: 6, () => _load, _clock);
        _load = new(0.3, memory, TimeSpan.FromMilliseconds(lagMilliseconds));

        Later(limit, busy: 3).ShouldBe(2);
        Later(limit, busy: 2).ShouldBe(1);
        Later(limit, busy: 1).ShouldBe(1);
    }

    [Fact]
    public void Where_the_processors_cannot_be_asked_the_number_stays()
    {
        _load = _load with { Processor = null };

        Later(new(4, most: 6, () => _load, _clock), busy: 4).ShouldBe(4);
    }

    [Fact]
    public void The_machine_tells_what_it_is_like()
    {
        var meter = new MachineLoad.Meter();
        SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(50));

        var load = meter.Look();

        load.FreeMemory.ShouldBeInRange(0.001, 1);
        load.Lag.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        if (OperatingSystem.IsLinux())
        {
            load.Processor.ShouldNotBeNull().ShouldBeInRange(0, 1);
        }
    }

    private int Later(TabLimit limit, int busy)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return limit.Now(busy);
    }
}
