using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Where in the application a step of a case stands: the page or state that the steps up to it lead to.</summary>
internal sealed class FailurePlace(TestPlan? plan, SiteMap? site)
{
    private readonly Dictionary<string, string> _pageOfElement =
        plan?.Elements.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First().PageId, StringComparer.Ordinal) ?? [];

    private readonly Dictionary<string, string> _pageOfPath =
        plan?.Pages.GroupBy(p => p.Path).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal) ?? [];

    private readonly Dictionary<string, string> _after =
        site?.Transitions.Where(t => t.Action == SiteActions.Click).GroupBy(t => t.ElementId).Where(g => g.Select(t => t.To).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().To, StringComparer.Ordinal) ?? [];

    /// <summary>Id of a page or state in the site map, or null when the steps do not tell.</summary>
    public string? Of(TestCase? test, int step)
    {
        // The failed step itself says where it expected to be; those before it, where they left off.
        for (var i = Math.Min(step, (test?.Steps.Count ?? 0) - 1); i >= 0; i--)
        {
            var action = test!.Steps[i].Action;
            var place = action switch
            {
                StepAction.Navigate a => _pageOfPath.GetValueOrDefault(a.Path),
                StepAction.ExpectUrl a => _pageOfPath.GetValueOrDefault(a.Path),
                StepAction.Click a when i < step => _after.GetValueOrDefault(a.ElementId),
                { Element: { } element } when action.IsCheck || i == step => _pageOfElement.GetValueOrDefault(element),
                _ => null,
            };
            if (place is not null)
            {
                return place;
            }

            // Where this led nobody knows, and what came before it is another place.
            if (action is StepAction.Click && i < step)
            {
                return null;
            }
        }

        return null;
    }
}
