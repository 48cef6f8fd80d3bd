using TestForge.Engine.Design.Ranking;

namespace TestForge.Engine.Tests.Design;

public sealed class FairSpreadTests
{
    [Fact]
    public void Does_not_spend_the_budget_on_one_technique()
    {
        var items = Enumerable.Range(0, 200).Select(i => (Risk: 50.0, Technique: "smoke", Page: $"p{i}", Feature: "pages"))
            .Concat(Enumerable.Range(0, 20).Select(i => (Risk: 40.0, Technique: "forms", Page: $"p{i}", Feature: "form")))
            .Concat(Enumerable.Range(0, 20).Select(i => (Risk: 30.0, Technique: "links", Page: $"p{i}", Feature: "links")))
            .ToArray();
        var chosen = FairSpread.Choose(items, i => i, 30);
        chosen.Count.ShouldBe(30);
        chosen.Count(i => i.Technique == "smoke").ShouldBeLessThan(18);
        chosen.Select(i => i.Technique).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Keeps_everything_within_the_budget() =>
        FairSpread.Choose([1, 2, 3], i => (i, "t", "p", "f"), 3).ShouldBe([1, 2, 3]);
}
