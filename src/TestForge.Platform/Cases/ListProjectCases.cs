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

namespace TestForge.Platform.Cases;

internal static class ListProjectCases
{
    private static readonly SortFields<ProjectCase> Sorts = new SortFields<ProjectCase>()
        .And("key", c => c.Key).And("title", c => c.Title).And("feature", c => c.Feature).And("risk", c => c.Risk).And("failed", c => c.Failed).And("flaky", c => c.Flaky);

    public static void Map(IEndpointRouteBuilder cases) => cases
        .MapGet("", HandleAsync)
        .WithName(nameof(ListProjectCases))
        .WithSummary("List a project's cases as its runs have found them, with what people said of them")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<ProjectCaseResponse>>, ApiProblem>> HandleAsync(
        Guid projectId,
        [FromQuery(Name = "verdict"), Description("passed, flaky, healed, failed, not-run or quarantined, when it last was in a plan; all when left out.")] string? verdict,
        [FromQuery(Name = "enabled"), Description("Whether runs execute it; both when left out.")] bool? enabled,
        [FromQuery(Name = "quarantined"), Description("Whether it has a quarantine; both when left out.")] bool? quarantined,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var cases = db.ProjectCases.AsNoTracking().Where(c => c.ProjectId == projectId && (enabled == null || c.Enabled == enabled) && (quarantined == null || c.QuarantineExpires != null == quarantined));
        if (EnumFilter.Read<Verdict>("verdict", verdict, out var wanted) is { } problem)
        {
            return problem;
        }

        cases = wanted is null ? cases : cases.Where(x => x.LastVerdict == wanted);
        return await page.PageOfAsync(cases, ProjectCaseResponse.Selector, http, cancellationToken, Sorts, whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
    }
}
