using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests;

public sealed class CaseMemoryTests
{
    private static readonly CaseMark Before = new("steps", new Dictionary<string, string> { ["/"] = "h1" }, "map1");

    [Fact]
    public void What_was_not_run_keeps_what_was_known_of_it()
    {
        var memory = new CaseMemory()
            .With(Results(Verdict.Failed), new Dictionary<string, CaseMark> { ["a"] = Before })
            .With(Results(Verdict.NotRun), new Dictionary<string, CaseMark>());

        memory.Cases["a"].ShouldBe(new(Verdict.Failed, Before));
    }

    [Fact]
    public void A_later_look_that_shows_the_same_page_says_that_nothing_changed() =>
        Before.IsSameAt(Before with { Pages = new Dictionary<string, string> { ["/"] = "h1" }, SiteMap = "map2" }).ShouldBeTrue();

    public static TheoryData<CaseMark> Doubts =>
    [
        Before with { Pages = new Dictionary<string, string> { ["/"] = "h2" }, SiteMap = "map2" },
        Before with { Case = "other steps", SiteMap = "map2" },
        Before with { Pages = null, SiteMap = "map2" },
        Before with { SiteMap = null },
        Before,
    ];

    [Theory]
    [MemberData(nameof(Doubts))]
    public void Anything_else_is_a_change_or_a_doubt(CaseMark later) => Before.IsSameAt(later).ShouldBeFalse();

    private static RunResults Results(Verdict verdict) => new() { Backend = "x", Cases = [new("a", verdict, [])] };
}
