using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A case that did not simply pass: the attempt that shows why, and its evidence.</summary>
internal sealed record TroubleView(
    ReportCase Case,
    string Feature,
    ReportAttempt? Attempt,
    string? Picture,
    IReadOnlyList<ReportEvidence> Files,
    int MoreConsole,
    int MoreRequests,
    ReportEvidence? Explored,
    ComparedView? Compared);
