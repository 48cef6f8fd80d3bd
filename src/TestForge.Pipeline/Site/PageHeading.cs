namespace TestForge.Pipeline;

/// <summary>A heading: level 1 to 6 and its text.</summary>
public sealed record PageHeading(int Level, string Text);
