namespace TestForge.Engine.Reporting.Html;

internal sealed record TimelineRow(string Title, int Attempt, int Lane, long Start, long Milliseconds);
