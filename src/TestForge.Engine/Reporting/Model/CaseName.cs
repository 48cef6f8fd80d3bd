namespace TestForge.Engine.Reporting.Model;

internal sealed record CaseName(string Id, string Title);
