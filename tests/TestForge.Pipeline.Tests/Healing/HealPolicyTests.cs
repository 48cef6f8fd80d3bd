using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests.Healing;

public sealed class HealPolicyTests
{
    [Theory]
    [InlineData(null, null, HealingPolicy.HealAndReport)]
    [InlineData(HealingPolicy.Off, null, HealingPolicy.Off)]
    [InlineData(null, HealingPolicy.HealAndPatch, HealingPolicy.HealAndPatch)]
    [InlineData(HealingPolicy.HealAndPatch, HealingPolicy.Suggest, HealingPolicy.Suggest)]
    [InlineData(HealingPolicy.Off, HealingPolicy.HealAndPatch, HealingPolicy.Off)]
    public void An_override_takes_the_place_of_the_policy_and_of_two_the_more_careful_counts(HealingPolicy? ofCase, HealingPolicy? ofElement, HealingPolicy expected) =>
        new HealPolicy(HealingPolicy.HealAndReport, 5, Of("c", ofCase), Of("e", ofElement)).For("c", "e").ShouldBe(expected);

    [Theory]
    [InlineData(3, 5)]
    [InlineData(25, 5)]
    [InlineData(26, 6)]
    [InlineData(200, 40)]
    public void A_fifth_of_the_elements_may_be_healed_and_always_five(int used, int limit) => HealPolicy.LimitFor(used).ShouldBe(limit);

    [Fact]
    public void An_element_that_the_plan_knows_twice_counts_once_towards_the_limit()
    {
        var policy = new HealPolicy(HealingPolicy.HealAndReport, 1, Of("c", null), Of("e", null));

        policy.ExcessOf([Heal("e1", "add"), Heal("e1.1", "add")]).ShouldBeNull();
        policy.ExcessOf([Heal("e1", "add"), Heal("e2", "sum")]).ShouldBe(new(2, 1));
    }

    private static HealRecord Heal(string element, string testId) =>
        new() { ElementId = element, Page = "/", Decision = HealDecision.Healed, Old = new() { Kind = LocatorKind.TestId, Value = testId } };

    private static Dictionary<string, HealingPolicy> Of(string id, HealingPolicy? policy) => policy is { } given ? new() { [id] = given } : [];
}
