namespace TestForge.Engine.Reporting.Model;

internal sealed record TechniqueCount(int Tests, int Failed);
