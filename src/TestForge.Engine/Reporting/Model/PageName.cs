namespace TestForge.Engine.Reporting.Model;

internal sealed record PageName(string Id, string Url);
