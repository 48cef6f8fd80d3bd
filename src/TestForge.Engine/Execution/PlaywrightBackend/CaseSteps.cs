using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Tells which steps of a case the runner reports. A method of a page object stands for several; its calls are those steps.</summary>
internal static class CaseSteps
{
    public static IReadOnlyList<ReportedStep> Of(TestCase testCase, IReadOnlyList<ReportedStep> reported)
    {
        var titles = testCase.Steps.Select(StepTitle.Of).ToList();
        var steps = new List<ReportedStep>();
        for (var r = 0; r < reported.Count && steps.Count < titles.Count; r++)
        {
            var step = reported[r];
            if (step.Title == titles[steps.Count])
            {
                steps.Add(step);
                continue;
            }

            var next = r + 1 < reported.Count ? titles.IndexOf(reported[r + 1].Title, steps.Count + 1) : -1;
            var stands = Math.Max(1, next > 0 ? next - steps.Count : Math.Min(step.Calls.Count, titles.Count - steps.Count));
            steps.AddRange(stands == 1 ? [step] : Calls(step, stands));
        }

        return steps;
    }

    private static IEnumerable<ReportedStep> Calls(ReportedStep step, int count)
    {
        var reached = step.Passed ? count : Math.Clamp(step.Calls.TakeWhile(c => c.Passed).Count() + 1, 1, count);
        return Enumerable.Range(0, reached).Select(i => new ReportedStep(
            step.Passed || i < reached - 1, i < step.Calls.Count ? step.Calls[i].Milliseconds : 0, step.Title, []));
    }
}
