namespace TestForge.Engine.Reporting.Html;

internal sealed record TimelineLane(int Number, int Y);
