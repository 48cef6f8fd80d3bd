using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A feature with its cases, what needs attention first.</summary>
internal sealed record FeatureView(ReportFeature Feature, IReadOnlyList<ReportCase> Cases);
