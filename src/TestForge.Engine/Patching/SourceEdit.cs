namespace TestForge.Engine.Patching;

/// <summary>A stretch of a file's original text and what takes its place.</summary>
internal readonly record struct SourceEdit(int Start, int End, string Text);
