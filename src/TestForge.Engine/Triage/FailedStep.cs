using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>A step that has just failed.</summary>
/// <param name="Case">The case.</param>
/// <param name="Index">The step's place in it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="RequestsBefore">How many requests had failed before something was last done.</param>
/// <param name="EntriesBefore">How many console messages there were by then.</param>
/// <param name="LastAt">Path of the page on which the step was done when the case last passed, or null.</param>
/// <param name="Print">What is known of the element, or null.</param>
/// <param name="SessionExpired">Whether the application asked to sign in again.</param>
internal sealed record FailedStep(TestCase Case, int Index, StepOutcome Outcome, int RequestsBefore, int EntriesBefore, string? LastAt, ElementFingerprint? Print, bool SessionExpired)
{
    public StepAction Action => Case.Steps[Index].Action;
}
