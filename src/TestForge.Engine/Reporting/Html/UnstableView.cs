using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A case whose outcome comes and goes.</summary>
internal sealed record UnstableView(string Title, ReportCasePast Past);
