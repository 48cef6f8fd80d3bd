namespace TestForge.Architecture.Tests;

/// <summary>A C# file: its path from the root, forward slashes, and its lines.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    public string Text => string.Join('\n', Lines);
}
