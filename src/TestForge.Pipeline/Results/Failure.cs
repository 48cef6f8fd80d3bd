namespace TestForge.Pipeline;

/// <summary>Why an attempt failed.</summary>
/// <param name="Class">What kind of failure, from the evidence.</param>
/// <param name="StepIndex">The step that failed, or -1 when the case failed outside its steps.</param>
/// <param name="Message">One or two sentences for a person.</param>
/// <param name="Expected">What should have been, for a check.</param>
/// <param name="Actual">What was.</param>
/// <param name="ElementId">The element concerned.</param>
/// <param name="PageFacts">The page as it was, when a locator matched nothing or too much.</param>
/// <param name="Evidence">What shows the class, in sentences, the decisive one first; null where it was not looked for.</param>
public sealed record Failure(
    FailureClass Class,
    int StepIndex,
    string Message,
    string? Expected = null,
    string? Actual = null,
    string? ElementId = null,
    ArtifactRef? PageFacts = null,
    IReadOnlyList<string>? Evidence = null);
