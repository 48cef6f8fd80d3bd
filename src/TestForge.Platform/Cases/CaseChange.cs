using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Cases;

/// <summary>What every change of a case by a person has in common.</summary>
internal static class CaseChange
{
    public static async Task<Results<Ok<ProjectCaseResponse>, ApiProblem>> MakeAsync(Guid project, Guid id, Action<ProjectCase> change, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (!await ProjectLock.TakeAsync(db, project, cancellationToken) || await db.ProjectCases.SingleOrDefaultAsync(c => c.Id == id && c.ProjectId == project, cancellationToken) is not { } found)
        {
            return CaseErrors.NotFound(id);
        }

        if (ETags.WhyNot(http, found.Version) is { } stale)
        {
            return stale;
        }

        change(found);
        found.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, found.Version);
        return TypedResults.Ok(ProjectCaseResponse.Of(found));
    }
}
