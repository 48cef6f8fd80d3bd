namespace TestForge.Pipeline;

/// <summary>Something that was expected of the application and that it did not do when it was tried.</summary>
/// <param name="CaseTitle">The case that was designed for it and is not in the plan.</param>
/// <param name="StoryId">The story from which the expectation follows.</param>
/// <param name="Expected">The expectation in words.</param>
/// <param name="Observed">What the application did instead.</param>
/// <param name="PageIds">Where.</param>
public sealed record OpenQuestion(string CaseTitle, string StoryId, string Expected, string Observed, IReadOnlyList<string> PageIds);
