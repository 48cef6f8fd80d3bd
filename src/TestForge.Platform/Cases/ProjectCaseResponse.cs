using TestForge.Pipeline;

namespace TestForge.Platform.Cases;

/// <param name="Key">The case's id in plans and reports.</param>
/// <param name="PlanTitle">What the last plan calls it, whatever people call it.</param>
internal sealed record ProjectCaseResponse(
    Guid Id,
    Guid ProjectId,
    string Key,
    string Title,
    string PlanTitle,
    string Feature,
    string Technique,
    double Risk,
    CasePriority Priority,
    IReadOnlyList<string> Tags,
    bool Enabled,
    CaseQuarantine? Quarantine,
    Verdict LastVerdict,
    Guid LastRunId,
    DateTimeOffset LastRunAt,
    int Executed,
    int Failed,
    int Flaky,
    int Version)
{
    public static readonly System.Linq.Expressions.Expression<Func<ProjectCase, ProjectCaseResponse>> Selector = c => Of(c);

    public static ProjectCaseResponse Of(ProjectCase c) => new(
        c.Id,
        c.ProjectId,
        c.Key,
        c.Title,
        c.PlanTitle,
        c.Feature,
        c.Technique,
        c.Risk,
        c.Priority,
        c.Tags,
        c.Enabled,
        c.QuarantineExpires is { } expires ? new(c.QuarantineReason ?? "", c.QuarantineOwner ?? "", expires) : null,
        c.LastVerdict,
        c.LastRunId,
        c.LastRunAt,
        c.Executed,
        c.Failed,
        c.Flaky,
        c.Version);
}
