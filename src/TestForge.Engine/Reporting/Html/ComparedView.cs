using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A part of a page and its baseline, as addresses of pictures, and how they differ. The last two pictures are absent when they have other sizes.</summary>
internal sealed record ComparedView(string Actual, string Expected, string? Difference, string? Heat, ReportLook? Look);
