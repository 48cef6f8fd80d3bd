namespace TestForge.Pipeline;

/// <param name="RunId">The run.</param>
/// <param name="Plan">The plan of the cases.</param>
/// <param name="ElementId">The element whose locator drifted.</param>
/// <param name="PageFacts">The page as it was then.</param>
/// <param name="CaseIds">The cases that broke on it.</param>
/// <param name="Memory">What people said of earlier heals, as JSON of <see cref="HealMemory"/>; null when nothing is remembered.</param>
/// <param name="ByPeople">Whether people chose the locators. Chosen by rule, a selector says that the words of its element were not unique.</param>
public sealed record HealInput(Guid RunId, ArtifactRef Plan, string ElementId, ArtifactRef PageFacts, IReadOnlyList<string> CaseIds, ArtifactRef? Memory = null, bool ByPeople = false);
