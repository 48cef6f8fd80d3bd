using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Tests.Webhooks;

public sealed class RetryTimesTests
{
    [Fact]
    public void Tries_for_a_little_over_three_days_and_waits_longer_each_time()
    {
        var waits = Enumerable.Range(1, RetryTimes.Most - 1).Select(n => RetryTimes.After(n, chance: 0)!.Value).ToArray();

        waits.ShouldBe(waits.Order());
        waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).ShouldBeInRange(TimeSpan.FromDays(3), TimeSpan.FromDays(3.5));
        RetryTimes.After(RetryTimes.Most, chance: 0).ShouldBeNull();
    }

    [Fact]
    public void Chance_makes_a_wait_a_tenth_longer_at_most() =>
        RetryTimes.After(2, chance: 1)!.Value.ShouldBe(RetryTimes.After(2, chance: 0)!.Value * 1.1);

    /// <summary>The example of the Standard Webhooks specification.</summary>
    [Fact]
    public void Signs_as_the_specification_does() =>
        WebhookSecret.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""")
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}
