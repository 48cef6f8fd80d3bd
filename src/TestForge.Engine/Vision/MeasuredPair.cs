namespace TestForge.Engine.Vision;

/// <summary>A labelled pair and how alike an embedder finds it.</summary>
internal sealed record MeasuredPair(string Group, bool Same, LookFigures Figures);
