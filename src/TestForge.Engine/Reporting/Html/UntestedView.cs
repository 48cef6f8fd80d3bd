namespace TestForge.Engine.Reporting.Html;

internal sealed record UntestedView(string What, string Url);
