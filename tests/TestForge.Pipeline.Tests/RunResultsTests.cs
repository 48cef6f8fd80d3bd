using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests;

public sealed class RunResultsTests
{
    [Fact]
    public void Shards_merged_say_of_each_case_what_the_shard_said_that_had_it()
    {
        var merged = RunResults.Merge([Of(1, Passed("a"), Other("b"), Other("c")), Of(2, Other("a"), Passed("b"), TooMany("c"))], []);

        merged.Cases.Select(c => (c.CaseId, c.Verdict, c.NotRunBecause)).ShouldBe(
        [
            ("a", Verdict.Passed, null),
            ("b", Verdict.Passed, null),
            ("c", Verdict.NotRun, NotRunReason.TooManyFailures),
        ]);
        merged.Shard.ShouldBeNull();
    }

    [Fact]
    public void The_order_of_shards_does_not_matter()
    {
        var merged = RunResults.Merge([Of(2, Other("a"), TooMany("c")), Of(1, Passed("a"), Other("c"))], []);

        merged.Cases.Select(c => (c.CaseId, c.NotRunBecause)).ShouldBe([("a", null), ("c", NotRunReason.TooManyFailures)]);
    }

    [Fact]
    public void One_shard_stays_one() => RunResults.Merge([Of(2, Passed("a")), new() { Backend = "x", Cases = [] }], []).Shard.ShouldBe(new(2, 2, "k"));

    private static RunResults Of(int index, params CaseResult[] cases) => new() { Backend = "x", Cases = cases, Shard = new(index, 2, "k") };

    private static CaseResult Passed(string id) => new(id, Verdict.Passed, []);

    private static CaseResult Other(string id) => new(id, Verdict.NotRun, []) { NotRunBecause = NotRunReason.OtherShard };

    private static CaseResult TooMany(string id) => new(id, Verdict.NotRun, []) { NotRunBecause = NotRunReason.TooManyFailures };
}
