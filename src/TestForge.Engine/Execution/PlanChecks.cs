using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Finds what would make a case impossible before any case is run, so that no result is lost to it.</summary>
internal static class PlanChecks
{
    /// <summary>Throws <c>plan.unknown_element</c> or <c>step.variable_missing</c>.</summary>
    public static void Require(IEnumerable<TestCase> cases, IReadOnlyDictionary<string, LocatorSpec> locators, RunVariables variables)
    {
        foreach (var testCase in cases)
        {
            if (testCase.Steps.SelectMany(s => new[] { s.Action.Element, s.Action.OtherElement }).FirstOrDefault(id => id is not null && !locators.ContainsKey(id)) is { } unknown)
            {
                throw new StageException(
                    "plan.unknown_element",
                    $"The case '{testCase.Id}' uses the element '{unknown}', which the plan does not have. Correct test-plan.json or design it again.",
                    retryable: false);
            }

            CaseSecrets.Of(testCase, variables);
        }
    }
}
