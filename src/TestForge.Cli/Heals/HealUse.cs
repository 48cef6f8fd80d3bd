using TestForge.Pipeline;

namespace TestForge.Cli.Heals;

/// <summary>Where a plan uses what was healed.</summary>
/// <param name="Heal">The heal.</param>
/// <param name="ElementIds">The plan's elements with the old locator, or already with the new one, on the heal's page.</param>
/// <param name="Cases">The cases that use them.</param>
internal sealed record HealUse(RememberedHeal Heal, IReadOnlyList<string> ElementIds, IReadOnlyList<TestCase> Cases)
{
    public static HealUse Of(RememberedHeal heal, TestPlan plan)
    {
        string[] locators = [heal.Old.ToString(), heal.New.ToString()];
        string[] ids = [.. plan.Elements.Where(e => plan.PathOf(e) == heal.Page && locators.Contains(e.Locator.ToString())).Select(e => e.Id)];
        return new(heal, ids, [.. plan.Cases.Where(c => ids.Any(c.Uses))]);
    }
}
