using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A verdict's part of the bar of all cases, in percent of its width.</summary>
internal sealed record BarSegment(Verdict Verdict, int Count, string X, string Width);
