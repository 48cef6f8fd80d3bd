namespace TestForge.Engine.Reporting.Html;

/// <summary>A part of a page and its baseline, as addresses of pictures. The difference is absent when they have other sizes.</summary>
internal sealed record ComparedView(string Actual, string Expected, string? Difference);
