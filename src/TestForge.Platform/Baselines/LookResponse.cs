using System.Linq.Expressions;

namespace TestForge.Platform.Baselines;

/// <param name="Said">What differed, in words.</param>
/// <param name="Sha256">How it looked: the artifact of the run with this hash.</param>
/// <param name="ExpectedSha256">How it was to look: the artifact of the run with this hash.</param>
internal sealed record LookResponse(
    Guid Id,
    Guid ProjectId,
    Guid EnvironmentId,
    Guid RunId,
    string CaseKey,
    string Name,
    string Platform,
    string Said,
    string Sha256,
    string ExpectedSha256,
    DateTimeOffset SeenAt,
    LookReview Review,
    Guid? ReviewedBy,
    DateTimeOffset? ReviewedAt,
    string? Reason,
    int Version)
{
    public static readonly Expression<Func<DifferingLook, LookResponse>> Selector = l => Of(l);

    public static LookResponse Of(DifferingLook l) =>
        new(l.Id, l.ProjectId, l.EnvironmentId, l.RunId, l.CaseKey, l.Name, l.Platform, l.Said, l.Sha256, l.ExpectedSha256, l.SeenAt, l.Review, l.ReviewedBy, l.ReviewedAt, l.Reason, l.Version);
}
