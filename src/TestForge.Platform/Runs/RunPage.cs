using TestForge.Pipeline;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>A page that a run found, in short. All of it is in the site map.</summary>
internal sealed class RunPage : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>The page's id in the site map, such as <c>p1</c>.</summary>
    [PersonalData(PersonalKind.Observed, "to know a page again")]
    public required string Key { get; init; }

    [PersonalData(PersonalKind.Observed, "where a page is")]
    public required string Url { get; init; }

    [PersonalData(PersonalKind.Observed, "what a page is")]
    public required string Title { get; init; }

    public required int Depth { get; init; }

    public required PageOutcome Outcome { get; init; }

    /// <summary>HTTP status, or 0 without an answer.</summary>
    public required int Status { get; init; }

    public required int Elements { get; init; }

    public required int Forms { get; init; }

    public required int Links { get; init; }

    public required double LoadMilliseconds { get; init; }
}
