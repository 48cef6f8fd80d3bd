namespace TestForge.Engine.Steps;

/// <summary>How a step ended. Expected and actual are set for checks that failed.</summary>
/// <param name="Trouble">In what way it failed.</param>
/// <param name="Message">One or two sentences for a person.</param>
/// <param name="Expected">What should have been.</param>
/// <param name="Actual">What was.</param>
/// <param name="ElementId">The element concerned.</param>
/// <param name="Pictures">What was compared, when it was pictures.</param>
/// <param name="Obstacle">What kept the element from being used.</param>
/// <param name="Cover">What lay over it, in the browser driver's words.</param>
internal sealed record StepOutcome(
    StepTrouble Trouble,
    string Message = "",
    string? Expected = null,
    string? Actual = null,
    string? ElementId = null,
    ComparedPictures? Pictures = null,
    Obstacle Obstacle = Obstacle.None,
    string? Cover = null)
{
    public static readonly StepOutcome Ok = new(StepTrouble.None);

    public bool Passed => Trouble == StepTrouble.None;
}
