using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>How a step ended. Expected and actual are set for checks that failed.</summary>
internal sealed record StepOutcome(
    bool Passed,
    FailureClass Class = FailureClass.Unknown,
    string Message = "",
    string? Expected = null,
    string? Actual = null,
    string? ElementId = null,
    ComparedPictures? Pictures = null)
{
    public static readonly StepOutcome Ok = new(true);
}
