using TestForge.Platform.Limits;

namespace TestForge.Platform.Tests.Limits;

public sealed class MemoryRateCounterTests : RateCounterTests
{
    private protected override Task<IRateCounter> CounterAsync() => Task.FromResult<IRateCounter>(new MemoryRateCounter(Clock));
}
