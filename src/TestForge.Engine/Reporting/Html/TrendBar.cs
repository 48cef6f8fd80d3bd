namespace TestForge.Engine.Reporting.Html;

internal sealed record TrendBar(int X, string Y, string Height, string Verdict);
