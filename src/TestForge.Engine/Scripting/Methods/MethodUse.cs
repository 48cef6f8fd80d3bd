using TestForge.Engine.Scripting.Naming;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Methods;

/// <summary>A stretch of a case that fills in fields of one page and ends with a click or key there.</summary>
internal sealed record MethodUse(TestCase Case, int Start, NamedPage Page, IReadOnlyList<TestStep> Steps)
{
    public StepAction Last => Steps[^1].Action;

    public IEnumerable<StepAction> Fields => Steps.SkipLast(1).Select(s => s.Action);

    /// <summary>The stretches of a case, in order.</summary>
    public static IEnumerable<MethodUse> Of(TestCase testCase, NamedPlan names)
    {
        for (var start = 0; start < testCase.Steps.Count; start++)
        {
            if (PageOf(testCase.Steps[start], names) is { } page && IsField(testCase.Steps[start].Action))
            {
                var end = start;
                var filled = new HashSet<string>();
                while (end < testCase.Steps.Count && IsField(testCase.Steps[end].Action) && PageOf(testCase.Steps[end], names) == page
                    && filled.Add(testCase.Steps[end].Action.Element!))
                {
                    end++;
                }

                if (end < testCase.Steps.Count && testCase.Steps[end].Action is StepAction.Click or StepAction.Press && PageOf(testCase.Steps[end], names) == page)
                {
                    yield return new(testCase, start, page, [.. testCase.Steps.Skip(start).Take(end - start + 1)]);
                }

                start = end;
            }
        }
    }

    private static bool IsField(StepAction action) => action is StepAction.Fill or StepAction.Choose or StepAction.ChooseAt or StepAction.SetChecked;

    /// <summary>The page of what the step acts on; null for a step that prepares or checks, and for what the test itself has made.</summary>
    private static NamedPage? PageOf(TestStep step, NamedPlan names) =>
        step is { Keyword: StepKeyword.When, Action.Element: { } id } && names.Find(id) is var (page, element) && !element.Element.Locator.IsBound ? page : null;
}
