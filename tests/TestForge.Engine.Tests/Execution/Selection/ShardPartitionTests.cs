using TestForge.Engine.Execution.Selection;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Execution.Selection;

public sealed class ShardPartitionTests
{
    private static readonly TestCase[] Forty = [.. Enumerable.Range(0, 40).Select(i => Plans.Case($"c{i:00}", new StepAction.Navigate("/")))];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(50)]
    public void Shards_are_disjoint_and_together_all(int count)
    {
        var shards = Enumerable.Range(1, count).Select(i => Ids(Forty, new(i, count), null)).ToArray();

        shards.SelectMany(s => s).ShouldBe(Forty.Select(c => c.Id), ignoreOrder: true);
        shards.Max(s => s.Length).ShouldBeLessThanOrEqualTo((40 / count) + 1);
    }

    [Fact]
    public void The_order_of_the_plan_does_not_matter()
    {
        TestCase[] reversed = [.. Forty.Reverse()];

        Ids(reversed, new(2, 3), null).ShouldBe(Ids(Forty, new(2, 3), null), ignoreOrder: true);
        ShardPartition.Of(reversed, new(1, 3), null).Mark!.Key.ShouldBe(ShardPartition.Of(Forty, new(3, 3), null).Mark!.Key);
    }

    [Fact]
    public void Known_durations_balance_the_shards()
    {
        var milliseconds = Forty.ToDictionary(c => c.Id, c => c.Id == "c00" ? 39_000L : 1_000L);

        Ids(Forty, new(1, 2), milliseconds).ShouldBe(["c00"]);
        Ids(Forty, new(2, 2), milliseconds).Length.ShouldBe(39);
    }

    [Fact]
    public void Cases_that_change_the_same_data_stay_together()
    {
        var writers = Enumerable.Range(0, 10).Select(i => Plans.Case($"w{i}", new StepAction.Fill("p1.e1", "${unique}")) with { PageIds = [i == 0 ? "p1" : "p2", $"x{i % 2}"] });
        TestCase[] cases = [.. Forty, .. writers];

        Enumerable.Range(1, 4).Select(i => Ids(cases, new(i, 4), null).Count(id => id[0] == 'w')).ShouldBe([10, 0, 0, 0], ignoreOrder: true);
    }

    [Fact]
    public void Durations_of_some_of_the_cases_or_of_one_shard_are_not_used()
    {
        var all = new RunResults { Backend = "x", Cases = [.. Forty.Select(c => Ran(c.Id))] };

        WholeDurations.Of(Forty, all).ShouldNotBeNull();
        WholeDurations.Of(Forty, all with { Cases = [.. all.Cases.Skip(1)] }).ShouldBeNull();
        WholeDurations.Of(Forty, all with { Shard = new(1, 2, "k") }).ShouldBeNull();
    }

    private static string[] Ids(TestCase[] cases, Shard shard, IReadOnlyDictionary<string, long>? milliseconds) =>
        [.. cases.Except(ShardPartition.Of(cases, shard, milliseconds).Others).Select(c => c.Id)];

    private static CaseResult Ran(string id) => new(id, Verdict.Passed, [new() { Number = 1, Passed = true, StartedAt = DateTimeOffset.UnixEpoch, Milliseconds = 5 }]);
}
