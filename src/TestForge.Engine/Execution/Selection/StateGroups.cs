using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>Puts cases together that change the same data.</summary>
internal static class StateGroups
{
    private static readonly string[] SendingTechniques = ["form-valid", "form-variant"];

    /// <summary>Groups in the order of their first case. Cases that only read are groups of one.</summary>
    public static IReadOnlyList<IReadOnlyList<TestCase>> Of(IReadOnlyList<TestCase> cases)
    {
        var groups = new List<List<TestCase>>();
        var byPage = new Dictionary<string, List<TestCase>>(StringComparer.Ordinal);
        foreach (var testCase in cases)
        {
            var pages = Writes(testCase) ? testCase.PageIds : [];
            var touched = pages.Select(byPage.GetValueOrDefault).OfType<List<TestCase>>().Distinct().ToArray();
            var group = touched.FirstOrDefault();
            if (group is null)
            {
                groups.Add(group = []);
            }

            group.Add(testCase);
            foreach (var other in touched.Skip(1))
            {
                group.AddRange(other);
                groups.Remove(other);
                foreach (var page in byPage.Where(p => p.Value == other).Select(p => p.Key).ToArray())
                {
                    byPage[page] = group;
                }
            }

            foreach (var page in pages)
            {
                byPage[page] = group;
            }
        }

        return groups;
    }

    // A form that was accepted, or a word of the attempt's own that is typed and found again: both leave something behind.
    private static bool Writes(TestCase testCase) =>
        SendingTechniques.Contains(testCase.Technique) || testCase.Steps.Any(s => s.Action is StepAction.Fill fill && CaseValues.HasReference(fill.Value));
}
