using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests;

/// <summary>Makes small plans by hand.</summary>
internal static class Plans
{
    public static TestPlan Of(Uri target, IEnumerable<PlanElement> elements, params TestCase[] cases) => new()
    {
        Target = target,
        Features = [new("all", "All", "Everything.")],
        Cases = cases,
        Pages = [new("p1", "Home page", "/")],
        Elements = [.. elements],
    };

    public static TestCase Case(string id, params StepAction[] steps) => new()
    {
        Id = id,
        Title = id,
        FeatureId = "all",
        Technique = "test",
        Steps = [.. steps.Select(s => new TestStep(s.IsCheck ? StepKeyword.Then : StepKeyword.When, s.GetType().Name, s))],
    };

    /// <summary>Takes an element from a page by its accessible name, with the locator the product would write.</summary>
    public static PlanElement Element(this PageFacts facts, string id, string name)
    {
        var print = facts.Elements.First(e => e.Print.Name == name && e.Visible).Print;
        return new(id, "p1", name, LocatorCandidates.For(print)[0].Locator, print);
    }
}
