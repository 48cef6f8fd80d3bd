namespace TestForge.Engine.Regeneration;

/// <summary>A file of a project, and how it reads with the new locators in it.</summary>
/// <param name="File">Path relative to the project's folder, forward slashes.</param>
/// <param name="Before">As it is, line ends as in the file.</param>
/// <param name="After">As it is to be; null where a person has changed the same lines.</param>
/// <param name="Conflicts">Those lines, from 1.</param>
public sealed record PatchedFile(string File, string Before, string? After, IReadOnlyList<int> Conflicts);
