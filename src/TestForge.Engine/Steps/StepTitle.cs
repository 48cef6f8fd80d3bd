using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>A step in one line, as generated TypeScript names it and its runner reports it.</summary>
internal static class StepTitle
{
    public static string Of(TestStep step) => Of(step.Keyword, step.Text);

    public static string Of(StepKeyword keyword, string text) => $"{keyword} {PageText.Clean(text, 300)}";
}
