using TestForge.Cli.Progress;

namespace TestForge.Cli.Tests.Progress;

public sealed class SpansTests
{
    [Theory]
    [InlineData(-1, "0.0 s")]
    [InlineData(1.24, "1.2 s")]
    [InlineData(42.9, "42 s")]
    [InlineData(61, "1 min 01 s")]
    [InlineData(7_320, "2 h 02 min")]
    public void Says_a_time(double seconds, string words) => Spans.Words(TimeSpan.FromSeconds(seconds)).ShouldBe(words);

    [Theory]
    [InlineData(0.2, "about 1 s")]
    [InlineData(23, "about 25 s")]
    [InlineData(130, "about 2 min 30 s")]
    [InlineData(1_000, "about 17 min 00 s")]
    public void Says_an_estimate_no_more_exactly_than_it_is_known(double seconds, string words) => Spans.About(TimeSpan.FromSeconds(seconds)).ShouldBe(words);
}
