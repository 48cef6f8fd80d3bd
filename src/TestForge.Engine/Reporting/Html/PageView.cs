using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A page with its picture, if there was room for it.</summary>
internal sealed record PageView(ReportPage Page, string? Picture);
