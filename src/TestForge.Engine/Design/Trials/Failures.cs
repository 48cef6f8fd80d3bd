using TestForge.Engine.Steps;

namespace TestForge.Engine.Design.Trials;

/// <summary>Says in words what a step that failed saw.</summary>
internal static class Failures
{
    public static string? Of(StepOutcome outcome) => outcome switch
    {
        { Passed: true } => null,
        { Actual: { } actual } => $"{outcome.Message} It was {Phrases.Quoted(actual)}.",
        _ => outcome.Message,
    };
}
