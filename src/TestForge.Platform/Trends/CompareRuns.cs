using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Trends;

internal static class CompareRuns
{
    /// <param name="Key">The heal of the project that it is.</param>
    public sealed record Healed(string Key, string ElementName, string Page, bool Proved);

    /// <param name="Before">The first run.</param>
    /// <param name="After">The second run.</param>
    /// <param name="NewFailures">Failed in the second run and did not fail in the first.</param>
    /// <param name="Fixed">Failed in the first run and passed in the second.</param>
    /// <param name="StillFailing">Failed in both.</param>
    /// <param name="Flaky">Flaky in the second run.</param>
    /// <param name="Added">In the second plan only.</param>
    /// <param name="Removed">In the first plan only.</param>
    /// <param name="NewHeals">Elements that were healed in the second run and not in the first; at most 200.</param>
    /// <param name="Durations">Cases that passed in both and whose time changed most.</param>
    public sealed record Response(
        ComparedRun Before,
        ComparedRun After,
        CaseList NewFailures,
        CaseList Fixed,
        CaseList StillFailing,
        CaseList Flaky,
        CaseList Added,
        CaseList Removed,
        IReadOnlyList<Healed> NewHeals,
        IReadOnlyList<ComparedCase> Durations);

    private const int MostHeals = 200;

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/compare/{otherRunId:guid}", HandleAsync)
        .WithName(nameof(CompareRuns))
        .WithSummary("Compare a run with a later one of the same project: new failures, what is fixed, flaky cases, heals, durations")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid runId, Guid otherRunId, PlatformDb db, CancellationToken cancellationToken)
    {
        var runs = await db.Runs.AsNoTracking().Where(r => r.Id == runId || r.Id == otherRunId).ToDictionaryAsync(r => r.Id, cancellationToken);
        if (!runs.TryGetValue(runId, out var before) || !runs.TryGetValue(otherRunId, out var after))
        {
            return RunErrors.NotFound(runs.ContainsKey(runId) ? otherRunId : runId);
        }

        if (before.ProjectId != after.ProjectId)
        {
            return TrendErrors.OtherProject();
        }

        if (runs.Values.FirstOrDefault(r => !r.IsFinished) is { } running)
        {
            return RunErrors.NotFinished(running.Status);
        }

        var cases = RunComparison.Pair(await CasesAsync(db, runId, cancellationToken), await CasesAsync(db, otherRunId, cancellationToken));
        return TypedResults.Ok(new Response(
            ComparedRun.Of(before),
            ComparedRun.Of(after),
            CaseList.Of(RunComparison.NewFailures(cases)),
            CaseList.Of(RunComparison.Fixed(cases)),
            CaseList.Of(RunComparison.StillFailing(cases)),
            CaseList.Of(cases.Where(c => c.After == Verdict.Flaky)),
            CaseList.Of(cases.Where(c => c.Before is null)),
            CaseList.Of(cases.Where(c => c.After is null)),
            await NewHealsAsync(db, runId, otherRunId, cancellationToken),
            RunComparison.Durations(cases)));
    }

    private static Task<CaseSeen[]> CasesAsync(PlatformDb db, Guid run, CancellationToken cancellationToken) => db.RunCases.AsNoTracking()
        .Where(c => c.RunId == run)
        .Select(c => new CaseSeen(c.Key, c.Title, c.Verdict, c.FailureClass, db.RunAttempts.Where(a => a.RunId == run && a.CaseId == c.Id).Sum(a => a.Milliseconds)))
        .ToArrayAsync(cancellationToken);

    private static Task<Healed[]> NewHealsAsync(PlatformDb db, Guid before, Guid after, CancellationToken cancellationToken) => db.RunHeals.AsNoTracking()
        .Where(h => h.RunId == after && h.Key != null && !db.RunHeals.Any(e => e.RunId == before && e.Key == h.Key))
        .OrderBy(h => h.Id)
        .Take(MostHeals)
        .Select(h => new Healed(h.Key!, h.ElementName, h.Page, h.Proved))
        .ToArrayAsync(cancellationToken);
}
