namespace TestForge.Engine.Reporting.Html;

/// <summary>An attempt: where it lies, how it ended, and what a pointer held over it says.</summary>
internal sealed record TimelineBar(string X, int Y, string Width, string Verdict, string Says);
