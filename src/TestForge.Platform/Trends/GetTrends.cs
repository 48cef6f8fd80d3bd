using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Trends;

internal static class GetTrends
{
    private const int Most = 200;
    private const int DefaultRuns = 30;
    private const int MostCases = 10;

    /// <param name="PassRate">Cases that passed, flaky and healed ones among them, of those that ran and are in no quarantine; null when none ran.</param>
    /// <param name="FlakyRate">Flaky cases of those that ran; null when none ran.</param>
    public sealed record Point(Guid RunId, DateTimeOffset FinishedAt, RunStatus Status, double? PassRate, double? FlakyRate, long Milliseconds, int Pages, int Failed, int Flaky, int Healed, double HealthScore);

    /// <param name="Rate">Runs in which it was flaky, or failed, of those that executed it.</param>
    public sealed record CaseRate(Guid CaseId, string Key, string Title, int Executed, int Count, double Rate);

    /// <param name="Points">A point for each run that came to results, the latest first. Runs of failed cases again are left out.</param>
    /// <param name="Flakiest">The cases that were flaky most often, of all runs.</param>
    /// <param name="MostFailing">The cases that failed most often, of all runs.</param>
    public sealed record Response(IReadOnlyList<Point> Points, IReadOnlyList<CaseRate> Flakiest, IReadOnlyList<CaseRate> MostFailing);

    public static void Map(IEndpointRouteBuilder project) => project
        .MapGet("/trends", HandleAsync)
        .WithName(nameof(GetTrends))
        .WithSummary("Read how a project's runs went: pass rate, duration, flakiness, and the cases that fail or are flaky most")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(
        Guid projectId,
        [FromQuery(Name = "runs"), Description("How many runs, 1 to 200; 30 when left out.")] int? runs,
        [FromQuery(Name = "environmentId"), Description("Runs at one environment; all when left out.")] Guid? environmentId,
        PlatformDb db,
        CancellationToken cancellationToken)
    {
        if (runs is < 1 or > Most)
        {
            return ApiErrors.Invalid("runs", $"Allowed is 1 to {Most}.");
        }

        if (!await db.Projects.AnyAsync(p => p.Id == projectId, cancellationToken))
        {
            return ProjectErrors.NotFound(projectId);
        }

        var ended = await db.Runs.AsNoTracking()
            .Where(r => r.ProjectId == projectId && r.RetryOf == null && (r.Status == RunStatus.Passed || r.Status == RunStatus.Failed) && (environmentId == null || r.EnvironmentId == environmentId))
            .OrderByDescending(r => r.Id)
            .Take(runs ?? DefaultRuns)
            .ToArrayAsync(cancellationToken);
        var cases = db.ProjectCases.AsNoTracking().Where(c => c.ProjectId == projectId && c.Executed > 0);
        return TypedResults.Ok(new Response(
            [.. ended.Where(r => r is { Summary: not null, FinishedAt: not null, StartedAt: not null }).Select(PointOf)],
            await cases.Where(c => c.Flaky > 0).OrderByDescending(c => c.Flaky * 1.0 / c.Executed).ThenBy(c => c.Id).Take(MostCases).Select(c => new CaseRate(c.Id, c.Key, c.Title, c.Executed, c.Flaky, c.Flaky * 1.0 / c.Executed)).ToArrayAsync(cancellationToken),
            await cases.Where(c => c.Failed > 0).OrderByDescending(c => c.Failed * 1.0 / c.Executed).ThenBy(c => c.Id).Take(MostCases).Select(c => new CaseRate(c.Id, c.Key, c.Title, c.Executed, c.Failed, c.Failed * 1.0 / c.Executed)).ToArrayAsync(cancellationToken)));
    }

    private static Point PointOf(Run run)
    {
        var summary = run.Summary!;
        var passed = summary.Passed + summary.Flaky + summary.Healed;
        var counted = passed + summary.Failed;
        return new(
            run.Id,
            run.FinishedAt!.Value,
            run.Status,
            Rate(passed, counted),
            Rate(summary.Flaky, counted),
            (long)(run.FinishedAt.Value - run.StartedAt!.Value).TotalMilliseconds,
            summary.Pages,
            summary.Failed,
            summary.Flaky,
            summary.Healed,
            summary.HealthScore);
    }

    private static double? Rate(int part, int whole) => whole == 0 ? null : Math.Round(part / (double)whole, 4);
}
