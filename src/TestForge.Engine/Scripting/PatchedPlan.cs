using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>Puts healed locators in the place of the plan's.</summary>
internal static class PatchedPlan
{
    public static TestPlan Of(TestPlan plan, IReadOnlyList<LocatorPatch> patches)
    {
        if (patches.Count == 0)
        {
            return plan;
        }

        var known = plan.Elements.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        if (patches.FirstOrDefault(p => !known.Contains(p.ElementId)) is { } stray)
        {
            throw new StageException(
                "script.unknown_element",
                $"A locator is to be replaced for the element '{stray.ElementId}', which the plan does not have. Use the patch with the plan it was made for.",
                retryable: false);
        }

        var byElement = patches.GroupBy(p => p.ElementId).ToDictionary(g => g.Key, g => g.Last().Locator);
        return plan with
        {
            Elements = [.. plan.Elements.Select(e => byElement.TryGetValue(e.Id, out var locator) ? e with { Locator = locator } : e)],
        };
    }
}
