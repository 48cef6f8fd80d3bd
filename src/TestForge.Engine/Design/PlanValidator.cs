using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Refuses a plan that later stages could not use.</summary>
internal static partial class PlanValidator
{
    public static void Validate(TestPlan plan)
    {
        var features = plan.Features.Select(f => f.Id).ToHashSet();
        var pages = plan.Pages.Select(p => p.Id).ToHashSet();
        var elements = plan.Elements.ToDictionary(e => e.Id);
        var ids = new HashSet<string>();
        foreach (var element in plan.Elements)
        {
            Require(pages.Contains(element.PageId), $"the element {element.Id} lies on the unknown page {element.PageId}");
        }

        Require(plan.Pages.Select(p => p.Name).Distinct().Count() == plan.Pages.Count, "two pages have one name");
        foreach (var test in plan.Cases)
        {
            Require(FileSafe().IsMatch(test.Id), $"the case id '{test.Id}' is not safe as a file name");
            Require(ids.Add(test.Id), $"the case id {test.Id} is used twice");
            Require(features.Contains(test.FeatureId), $"the case {test.Id} belongs to the unknown feature {test.FeatureId}");
            Require(test.PageIds.All(pages.Contains), $"the case {test.Id} visits a page that is not in the plan");
            Require(test.Steps.Any(s => s.Action.IsCheck), $"the case {test.Id} checks nothing");
            foreach (var step in test.Steps)
            {
                Require(step.Action.Element is null || elements.ContainsKey(step.Action.Element), $"the case {test.Id} uses the unknown element {step.Action.Element}");
                Require(!step.Text.Contains('\n', StringComparison.Ordinal), $"a step of the case {test.Id} has more than one line");
            }
        }

        foreach (var feature in plan.Features)
        {
            Require(FileSafe().IsMatch(feature.Id), $"the feature id '{feature.Id}' is not safe as a file name");
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new StageException("design.invalid_plan", $"The plan made for the site cannot be used: {what}. This is a fault of the design stage; please report it with the site map.", retryable: false);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex FileSafe();
}
