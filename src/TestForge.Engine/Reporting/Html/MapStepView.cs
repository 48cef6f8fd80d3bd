namespace TestForge.Engine.Reporting.Html;

/// <summary>An action in words, and the box at its other end.</summary>
internal sealed record MapStepView(string Other, string What, string Where);
