namespace TestForge.Engine.Regeneration;

/// <summary>What became of one file.</summary>
/// <param name="File">Path relative to the project's folder, forward slashes.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Lines">Of a conflict: the lines of the person's file, from 1, where both changed the same.</param>
public sealed record FileChange(string File, FileFate Fate, IReadOnlyList<int> Lines);
