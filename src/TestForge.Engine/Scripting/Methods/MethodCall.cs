using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Methods;

/// <summary>Where a case uses a page's method.</summary>
/// <param name="Method">The method.</param>
/// <param name="Steps">The steps of the case that it stands for: the fields, then the end.</param>
internal sealed record MethodCall(PageMethod Method, IReadOnlyList<TestStep> Steps)
{
    /// <summary>What the case fills into a field; null when it leaves it alone.</summary>
    public StepAction? ValueOf(MethodField field) =>
        Steps.Select(s => s.Action).FirstOrDefault(a => a.Element == field.Element.Element.Id && a.GetType() == field.Kind);

    /// <summary>In words: the fields are in the data, so they are not told again.</summary>
    public string Text
    {
        get
        {
            var end = Steps[^1].Text;
            return Steps.Count == 2
                ? $"{Steps[0].Text} and {WithoutI(end)}"
                : $"I fill in the form and {WithoutI(end)}";
        }
    }

    private static string WithoutI(string text) => text.StartsWith("I ", StringComparison.Ordinal) ? text[2..] : text;
}
