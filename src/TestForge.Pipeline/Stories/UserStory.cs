namespace TestForge.Pipeline;

/// <summary>What somebody wants of the application, and why.</summary>
/// <param name="Id">The requirement's id, dot, number: <c>r1.1</c>.</param>
/// <param name="Role">As whom.</param>
/// <param name="Want">What they want to do.</param>
/// <param name="Benefit">What for.</param>
/// <param name="Criteria">How one sees on the pages that it is met.</param>
/// <param name="PageIds">The pages it is about.</param>
/// <param name="ElementIds">The elements it is about.</param>
/// <param name="CaseIds">The cases of the plan that were designed for it and hold on the live application.</param>
public sealed record UserStory(
    string Id,
    string Role,
    string Want,
    string Benefit,
    IReadOnlyList<string> Criteria,
    IReadOnlyList<string> PageIds,
    IReadOnlyList<string> ElementIds,
    IReadOnlyList<string> CaseIds);
