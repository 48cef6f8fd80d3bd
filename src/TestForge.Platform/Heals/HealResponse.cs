using System.Linq.Expressions;
using TestForge.Pipeline;

namespace TestForge.Platform.Heals;

/// <param name="Key">The heal's id in reports.</param>
/// <param name="Page">Path of the element's page.</param>
/// <param name="Proved">Whether a case passed whole with the new locator when it was last made.</param>
internal sealed record HealResponse(
    Guid Id,
    Guid ProjectId,
    string Key,
    string Element,
    string Page,
    HealReview Review,
    Guid? ReviewedBy,
    DateTimeOffset? ReviewedAt,
    string? Note,
    DateTimeOffset? AppliedAt,
    bool Proved,
    Guid LastRunId,
    DateTimeOffset LastSeenAt,
    int Version)
{
    public static readonly Expression<Func<ProjectHeal, HealResponse>> Selector = h => Of(h);

    public static HealResponse Of(ProjectHeal h) =>
        new(h.Id, h.ProjectId, h.Key, h.Element, h.Page, h.Review, h.ReviewedBy, h.ReviewedAt, h.Note, h.AppliedAt, h.Proved, h.LastRunId, h.LastSeenAt, h.Version);
}
