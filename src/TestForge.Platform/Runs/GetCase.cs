using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class GetCase
{
    public sealed record Response(CaseResponse Case, IReadOnlyList<AttemptResponse> Attempts);

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/cases/{caseId:guid}", HandleAsync)
        .WithName(nameof(GetCase))
        .WithSummary("Read a case of a run with its attempts")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid runId, Guid caseId, PlatformDb db, CancellationToken cancellationToken)
    {
        var found = await db.RunCases.AsNoTracking().Where(c => c.Id == caseId && c.RunId == runId).Select(CaseResponse.Selector).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return RunErrors.CaseNotFound(caseId);
        }

        var attempts = await db.RunAttempts.AsNoTracking().Where(a => a.RunId == runId && a.CaseId == caseId).OrderBy(a => a.Number).ToArrayAsync(cancellationToken);
        return TypedResults.Ok(new Response(found, [.. attempts.Select(a => new AttemptResponse(a.Number, a.Passed, a.StartedAt, a.Milliseconds, a.FailureClass, a.Message, a.Evidence ?? []))]));
    }
}
