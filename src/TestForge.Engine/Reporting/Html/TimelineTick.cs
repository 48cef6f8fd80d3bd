namespace TestForge.Engine.Reporting.Html;

internal sealed record TimelineTick(string X, string Text);
