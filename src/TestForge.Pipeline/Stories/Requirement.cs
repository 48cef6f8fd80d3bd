namespace TestForge.Pipeline;

/// <summary>One thing that the application must do.</summary>
/// <param name="Id">Stable within the file: <c>r1</c>.</param>
/// <param name="Title">In few words.</param>
/// <param name="Text">The requirement in a sentence.</param>
/// <param name="FlowId">The flow that it is part of.</param>
/// <param name="PageIds">The pages it is about.</param>
/// <param name="ElementIds">The elements it is about.</param>
/// <param name="Stories">For whom, why, and how one sees that it is met.</param>
public sealed record Requirement(
    string Id,
    string Title,
    string Text,
    string FlowId,
    IReadOnlyList<string> PageIds,
    IReadOnlyList<string> ElementIds,
    IReadOnlyList<UserStory> Stories);
