namespace TestForge.Engine.Design.Trials;

/// <summary>A short text with a number that stands outside of lists.</summary>
internal sealed record PageFigure(string Css, string Text);
