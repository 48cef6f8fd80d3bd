namespace TestForge.Engine.Reporting.Model;

/// <summary>A group of cases and how they ended.</summary>
internal sealed record ReportFeature(string Id, string Title, string Description, ReportTotals Totals);
