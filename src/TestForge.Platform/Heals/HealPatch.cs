namespace TestForge.Platform.Heals;

/// <summary>The patch that gives scripts a new locator, and nothing else.</summary>
/// <param name="Diff">For <c>git apply</c> in the folder of the scripts; empty when they have the locator already.</param>
/// <param name="Files">The files it changes.</param>
/// <param name="Cases">Ids of the cases that use the element.</param>
public sealed record HealPatch(string Diff, IReadOnlyList<string> Files, IReadOnlyList<string> Cases);
