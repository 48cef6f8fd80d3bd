namespace TestForge.Engine.Regeneration;

/// <summary>What a merge came to.</summary>
/// <param name="Text">The merged text; null when there are conflicts.</param>
/// <param name="Conflicts">Lines of the person's text, from 1, where both sides changed the same.</param>
internal sealed record MergedText(string? Text, IReadOnlyList<int> Conflicts);
